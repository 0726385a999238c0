package io.anteroom.clinic.access.family;

/** What came of a patient's ending somebody else's access. */
public enum EndedAccess {
    /** It has ended, now or before. */
    ENDED,
    /** The clinic put other terms in its place meanwhile, which are in force. */
    CHANGED,
    /** There never was one, or it isn't the viewer's to end. */
    NOT_THERE
}
