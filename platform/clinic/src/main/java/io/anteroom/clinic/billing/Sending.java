package io.anteroom.clinic.billing;

/** What came of asking for an invoice to be sent. */
public sealed interface Sending {

    /** It has its number, and the email to the patient is in the outbox. */
    record Sent(long number) implements Sending {}

    /** It has its number and is in the portal; no email went, since the patient has no address, and staff knew that. */
    record WithoutMail(long number) implements Sending {}

    /** It is not a draft any more; somebody else was faster. */
    record NotADraft() implements Sending {}

    /** Somebody changed it after it was looked at. */
    record Changed() implements Sending {}

    /** It asks for no money: there is no line, or all come to nothing. */
    record NothingToPay() implements Sending {}

    /** The last day to pay is before today. */
    record DueInThePast() implements Sending {}

    /** The patient has no email address that mail can be sent to, and nobody said that none is needed. */
    record NoEmail() implements Sending {}
}
