package io.anteroom.clinic.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What clinics decide on together when they say how entries reach patients. */
public enum RecordCategory {
    PLANS("Treatment plans"),
    LABORATORY("Laboratory results"),
    IMAGING("Imaging results"),
    OTHER_RESULTS("Other results"),
    LETTERS("Letters"),
    NOTES("Notes"),
    MEDICATIONS("Medications"),
    ALLERGIES("Allergies"),
    DOCUMENTS("Documents");

    private final String words;

    RecordCategory(String words) {
        this.words = words;
    }

    /** What they are called. */
    public String words() {
        return words;
    }

    /** As columns and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category of that code, or nothing for a code we don't know. */
    public static Optional<RecordCategory> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    static RecordCategory of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** What holds where the clinic has said nothing: results wait for a clinician, all else is seen at once. */
    Release usual() {
        return switch (this) {
            case LABORATORY, IMAGING, OTHER_RESULTS -> new Release(ReleaseRule.AFTER_REVIEW, Release.USUAL_DAYS, false);
            default -> new Release(ReleaseRule.AT_ONCE, Release.USUAL_DAYS, false);
        };
    }
}
