package io.anteroom.clinic.access.link;

import java.util.Locale;

/** What a link does. */
public enum LinkKind {
    /** Leads to a code, or to the first credential. What the account may see stays as it is. */
    PATIENT("patient link"),
    /** Gives full access to the record, also to an account of limited access; asks for the birth date. */
    ACCESS("access link");

    private final String words;

    LinkKind(String words) {
        this.words = words;
    }

    /** As in a sentence. */
    public String words() {
        return words;
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
