package io.anteroom.clinic.record;

import io.anteroom.tenancy.EnumCode;
import java.util.List;
import java.util.Optional;

/** What an entry of a clinical record is. The order is that of pages. */
public enum RecordKind {
    /** Goals, each with its steps and what is done of them. */
    PLAN("Treatment plan", RecordCategory.PLANS),
    /** What was measured or seen. */
    RESULT("Result", RecordCategory.LABORATORY, RecordCategory.IMAGING, RecordCategory.OTHER_RESULTS),
    /** Text for the patient, or about them to somebody else. */
    LETTER("Letter", RecordCategory.LETTERS),
    /** What was found and agreed at a visit. */
    NOTE("Note", RecordCategory.NOTES),
    /** Something that is taken, or was. */
    MEDICATION("Medication", RecordCategory.MEDICATIONS),
    /** Something that isn't tolerated. */
    ALLERGY("Allergy", RecordCategory.ALLERGIES),
    /** A file. Its category is what is in it, so that a scanned result waits as a typed one does. */
    DOCUMENT(
            "Document",
            RecordCategory.DOCUMENTS,
            RecordCategory.LETTERS,
            RecordCategory.LABORATORY,
            RecordCategory.IMAGING,
            RecordCategory.OTHER_RESULTS);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<RecordCategory> categories;

    RecordKind(String words, RecordCategory... categories) {
        this.words = words;
        this.categories = List.of(categories);
    }

    /** What one is called. */
    public String words() {
        return words;
    }

    /** As columns and addresses write it. */
    public String code() {
        return EnumCode.of(this);
    }

    /** The categories one may be of, at least one. */
    public List<RecordCategory> categories() {
        return categories;
    }

    /** Whether it goes on being so until it ends, as a medication that is taken; the others are of a day. */
    public boolean lasts() {
        return this == MEDICATION || this == ALLERGY;
    }

    /** The kind of that code, or nothing for a code we don't know. */
    public static Optional<RecordKind> find(String code) {
        return EnumCode.find(RecordKind.class, code);
    }

    static RecordKind of(String stored) {
        return EnumCode.read(RecordKind.class, stored);
    }
}
