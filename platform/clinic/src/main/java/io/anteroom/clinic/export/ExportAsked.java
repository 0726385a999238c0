package io.anteroom.clinic.export;

/** What came of asking for a copy. */
public sealed interface ExportAsked {

    /** It is being made; who asked twice has asked once. */
    record Asked(ExportId id) implements ExportAsked {}

    /** Nothing was done: one of this patient is being made for somebody else. */
    record OneIsMade() implements ExportAsked {}

    /** Nothing was done: this person has asked for so many of this patient today already. */
    record TooMany() implements ExportAsked {}

    /** Nothing was done: clinical records would be in it, and they are locked. */
    record Locked() implements ExportAsked {}

    /** It is not this person's to ask for. */
    record NotAllowed() implements ExportAsked {}
}
