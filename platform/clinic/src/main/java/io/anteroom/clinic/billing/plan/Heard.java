package io.anteroom.clinic.billing.plan;

import io.anteroom.payments.Payment;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.NoConsent;
import io.anteroom.payments.card.CardPaymentStart.NoSuchCard;
import io.anteroom.payments.card.CardPaymentStart.Refused;

/** What came of trying to charge an instalment. */
sealed interface Heard {

    /** It was charged. */
    record Paid() implements Heard {}

    /**
     * The bank refused it, and nothing was taken.
     *
     * @param person whether it wants to see the card's owner; who has been asked to pay in person by a mail of the payment's
     */
    record Declined(String failure, boolean person) implements Heard {}

    /** Nobody knows yet. */
    record Unknown() implements Heard {}

    /** Nothing was taken, and nothing refused: it may be tried again soon. */
    record CalledOff() implements Heard {}

    /** Nothing was begun, since Stripe, the clinic's account or another payment was in the way. */
    record Later() implements Heard {}

    /** Nothing was begun, since there is no permission to charge a card any more. */
    record NoCard() implements Heard {}

    /** What becomes of a payment that was begun. */
    static Heard of(Payment payment) {
        return switch (payment.state()) {
            case SUCCEEDED -> new Paid();
            case EXPIRED -> new CalledOff();
            // Stripe keeps an error of its own under the attempt's key: no bank was asked, and the next try has
            // another.
            case FAILED ->
                payment.failureCode().filter("error_kept"::equals).isPresent()
                        ? new CalledOff()
                        : new Declined(payment.failureCode().orElse("declined"), payment.wantsThePerson());
            case CREATED, OPEN, PROCESSING -> new Unknown();
        };
    }

    /** Where nothing was begun. */
    static Heard ofNothing(CardPaymentStart start) {
        return switch (start) {
            case NoConsent _, NoSuchCard _ -> new NoCard();
            case Refused(var reason) ->
                switch (reason) {
                    case TRY_AGAIN, NOT_OPEN, MORE_THAN_DUE, NOT_POSITIVE -> new CalledOff();
                    case OTHER_CURRENCY, NOT_CHARGEABLE, BEING_PROCESSED, CLINIC_CANNOT_CHARGE -> new Later();
                };
            // Something else paid the invoice a moment before: it is looked at anew.
            case CardPaymentStart.Told _, CardPaymentStart.Unknown _, CardPaymentStart.ToTheBank _ -> new CalledOff();
        };
    }
}
