package io.anteroom.clinic.questionnaire.link;

/** What became of sending a link. */
public sealed interface Sent {

    /** It is on its way; one that was sent there before for the same questionnaire is worth nothing now. */
    record OnItsWay() implements Sent {}

    /** The questionnaire is given to nobody, or the portal is off or offers no forms. */
    record NotOffered() implements Sent {}

    /** The clinic sends no codes by email, so nobody could prove that the address is theirs. */
    record NoCodesByEmail() implements Sent {}

    /** As many were sent since yesterday as may be. */
    record TooMany(int most) implements Sent {}
}
