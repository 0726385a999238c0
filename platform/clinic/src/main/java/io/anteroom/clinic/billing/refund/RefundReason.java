package io.anteroom.clinic.billing.refund;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why money is given back, to choose from; staff may say more in their own words. */
public enum RefundReason {
    /** The same thing was paid twice. */
    PAID_TWICE("Paid twice"), // not read by patients
    /** What was paid for did not take place. */
    NOT_GIVEN("The appointment or service did not take place"), // not read by patients
    /** The invoice asked for too much. */
    TOO_MUCH("Charged too much"), // not read by patients
    /** Somebody else pays. */
    PAID_BY_OTHERS("Paid by an insurer or somebody else"), // not read by patients
    /** As a courtesy. */
    GOODWILL("Goodwill"), // not read by patients
    /** None of these; the words say it. */
    OTHER("Another reason"); // not read by patients

    private final String words;

    RefundReason(String words) {
        this.words = words;
    }

    /** For staff, and for the audit log. */
    public String words() {
        return words;
    }

    /** As it stands in forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason that stands so in a form. */
    public static Optional<RefundReason> of(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.key().equals(key))
                .findFirst();
    }
}
