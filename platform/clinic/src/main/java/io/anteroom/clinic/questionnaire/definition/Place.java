package io.anteroom.clinic.questionnaire.definition;

import java.util.ArrayList;
import java.util.List;

/** Where the reader is in a document, and the notes it takes on what it doesn't understand. */
final class Place {

    private final String path;
    private final String linkId;
    private final List<NotSupported> notes;

    private Place(String path, String linkId, List<NotSupported> notes) {
        this.path = path;
        this.linkId = linkId;
        this.notes = notes;
    }

    static Place top() {
        return new Place("", "", new ArrayList<>());
    }

    /** An element of this one, such as {@code item[2]}. */
    Place in(String step) {
        return new Place(path.isEmpty() ? step : path + "." + step, linkId, notes);
    }

    Place of(String itsLinkId) {
        return new Place(path, itsLinkId, notes);
    }

    /** The form cannot be shown whole. */
    void blocks(String what) {
        notes.add(new NotSupported(path, linkId, what, true));
    }

    /** Something about it is lost, though the form is whole. */
    void misses(String what) {
        notes.add(new NotSupported(path, linkId, what, false));
    }

    List<NotSupported> notes() {
        return List.copyOf(notes);
    }

    boolean blocked() {
        return notes.stream().anyMatch(NotSupported::blocks);
    }
}
