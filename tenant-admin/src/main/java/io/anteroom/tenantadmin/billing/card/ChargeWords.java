package io.anteroom.tenantadmin.billing.card;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.webkit.Reply;
import java.util.Locale;

/** What came of charging a card on file, told on the invoice's page. */
final class ChargeWords {

    private ChargeWords() {}

    static Reply.Redirect told(CardPaymentStart start, PaymentId attempt, Formats formats, Reply.Redirect next) {
        return switch (start) {
            case CardPaymentStart.Told(Payment payment)
            when !payment.id().equals(attempt) ->
                next.refused("This invoice was paid in another way a moment ago. The card was not charged");
            case CardPaymentStart.Told(Payment payment) -> told(payment, formats, next);
            case CardPaymentStart.Unknown _, CardPaymentStart.ToTheBank _ ->
                next.refused("Stripe did not answer, so we don’t know yet whether the card was charged."
                        + " It is being found out and will be under Payments below; you need not charge it again");
            case CardPaymentStart.NoConsent _, CardPaymentStart.NoSuchCard _ ->
                next.refused("The permission to charge this card has ended or changed. Nothing was charged");
            case CardPaymentStart.Refused(Reason reason) -> next.refused(words(reason));
        };
    }

    private static Reply.Redirect told(Payment payment, Formats formats, Reply.Redirect next) {
        String amount = formats.money(payment.amount().minor(), payment.amount().currency());
        return switch (payment.state()) {
            case SUCCEEDED ->
                payment.needsAttention()
                        ? next.refused(amount + " was charged when nothing was due any more. It is to be given back")
                        : next.done(amount + " was charged to " + payment.paidBy());
            case PROCESSING -> next.done("The bank is processing " + amount + ". It will be under Payments below");
            case FAILED, EXPIRED -> next.refused(failed(payment));
            case CREATED, OPEN -> next.refused("It is still being found out whether the card was charged");
        };
    }

    private static String failed(Payment payment) {
        if (payment.wantsThePerson()) {
            return "The bank wants the card’s owner to confirm this payment, so nothing was charged."
                    + " We ask them by email to pay it themselves, where we have an address";
        }
        return payment.failureCode()
                .map(code -> "The card was declined (" + code.replace('_', ' ').toLowerCase(Locale.ROOT)
                        + "). Nothing was charged")
                .orElse("This try was called off. Nothing was charged");
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case NOT_OPEN, NOT_POSITIVE, MORE_THAN_DUE ->
                "The invoice has changed meanwhile. Look at what is due, and charge the card again if anything is";
            case OTHER_CURRENCY, NOT_CHARGEABLE -> "No card can pay exactly this amount";
            case BEING_PROCESSED -> "An earlier payment of this invoice is still being processed";
            case CLINIC_CANNOT_CHARGE -> "Your organisation’s Stripe account can’t take payments at the moment";
            case TRY_AGAIN ->
                "Stripe did not answer, or the patient is paying at this moment. Nothing was charged by"
                        + " this try. Try again in a minute";
        };
    }
}
