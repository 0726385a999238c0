package io.anteroom.clinic.billing.batch;

import io.anteroom.clinic.billing.Sending;
import java.util.Locale;

/** What came of one draft of a batch. */
public enum BatchOutcome {
    /** It has its number, and the patient's mail is in the outbox. */
    SENT,
    /** It was sent already. */
    NOT_A_DRAFT,
    /** It asks for no money. */
    NOTHING_TO_PAY,
    /** Its last day to pay has passed. */
    DUE_IN_THE_PAST,
    /** The patient has no email address. */
    NO_EMAIL,
    /** It was discarded meanwhile. */
    GONE,
    /** It was changed after it was looked at. */
    CHANGED,
    /** Whoever began the batch may not send invoices any more. */
    NOT_PERMITTED,
    /** Something broke. It is still a draft. */
    FAILED;

    static BatchOutcome of(Sending sending) {
        return switch (sending) {
            case Sending.Sent _, Sending.WithoutMail _ -> SENT;
            case Sending.NotADraft() -> NOT_A_DRAFT;
            case Sending.Changed() -> CHANGED;
            case Sending.NothingToPay() -> NOTHING_TO_PAY;
            case Sending.DueInThePast() -> DUE_IN_THE_PAST;
            case Sending.NoEmail() -> NO_EMAIL;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
