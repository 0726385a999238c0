package io.anteroom.clinic.questionnaire.definition;

import java.util.ArrayList;
import java.util.List;

/** Where the reader is in a document, and the notes it takes on what it doesn't understand. */
final class Place {

    private final String path;
    private final String linkId;
    private final List<NotSupported> notes;
    private final boolean stored;

    private Place(String path, String linkId, List<NotSupported> notes, boolean stored) {
        this.path = path;
        this.linkId = linkId;
        this.notes = notes;
        this.stored = stored;
    }

    static Place top() {
        return new Place("", "", new ArrayList<>(), false);
    }

    /** The top of a document that was taken before. */
    static Place stored() {
        return new Place("", "", new ArrayList<>(), true);
    }

    /** An element of this one, such as {@code item[2]}. */
    Place in(String step) {
        return new Place(path.isEmpty() ? step : path + "." + step, linkId, notes, stored);
    }

    Place of(String itsLinkId) {
        return new Place(path, itsLinkId, notes, stored);
    }

    /** The form cannot be shown whole. */
    void blocks(String what) {
        notes.add(new NotSupported(path, linkId, what, true));
    }

    /** It exceeds a bound: such a form is not taken any more, and shown where it was. */
    void exceeds(String what) {
        notes.add(new NotSupported(path, linkId, what, !stored));
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
