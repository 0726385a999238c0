package io.anteroom.tenantadmin.billing.refund;

import io.anteroom.clinic.billing.refund.RefundReason;
import io.anteroom.clinic.billing.refund.RefundWish;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.refund.RefundsSeen;
import io.anteroom.tenantadmin.billing.TypedAmounts;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What is to be given back, as typed.
 *
 * @param id the refund's, made with the form: sent again, it is the same refund
 * @param how {@code all} or {@code part}
 * @param reason a {@link RefundReason}'s key
 * @param words what staff add to it
 * @param seen how far the payment was given back on the page
 */
public record RefundForm(UUID id, String how, String amount, String reason, String words, RefundsSeen seen) {

    private static final int MOST_WORDS = 400;

    static RefundForm empty(RefundsSeen seen) {
        return new RefundForm(UUID.randomUUID(), "all", "", "", "", seen);
    }

    static RefundForm typed(MultiValueMap<String, String> sent) {
        return new RefundForm(
                id(text(sent, "refund")),
                text(sent, "how"),
                text(sent, "amount"),
                text(sent, "reason"),
                text(sent, "words").replace("\r\n", "\n").strip(),
                new RefundsSeen((int) number(sent, "asked", 9), number(sent, "refunded", 18)));
    }

    /** The same, for who sees the payment as it is now; a refund of its own. */
    RefundForm seeing(RefundsSeen now) {
        return new RefundForm(UUID.randomUUID(), how, amount, reason, words, now);
    }

    /** What is wished, if it was understood; {@code amounts} says what was not. */
    Optional<RefundWish> read(PaymentId payment, Money left, TypedAmounts amounts) {
        long minor = how.equals("part") ? part(left, amounts) : left.minor();
        if (!how.equals("part") && !amount.isBlank()) {
            amounts.wrong("amount", "You typed an amount. Choose “A part” to give back so much, or leave it empty");
        }
        RefundReason why = RefundReason.of(reason).orElse(null);
        if (why == null) {
            amounts.wrong("reason", "Choose why it is given back");
        } else if (why == RefundReason.OTHER && words.isBlank()) {
            amounts.wrong("words", "Say in a few words why");
        }
        if (words.length() > MOST_WORDS) {
            amounts.wrong("words", "Use at most " + MOST_WORDS + " characters");
        }
        return why == null || amounts.failed()
                ? Optional.empty()
                : Optional.of(new RefundWish(id, payment, minor, seen, why(why)));
    }

    private long part(Money left, TypedAmounts amounts) {
        if (amount.isBlank()) {
            amounts.wrong("amount", "Enter how much to give back");
            return 0;
        }
        long minor = Objects.requireNonNullElse(amounts.amount("amount", amount, left.minor()), 0L);
        if (!StripeAmount.isExact(new Money(minor, left.currency()))) {
            amounts.wrong("amount", "Enter an amount whose last decimal is 0; Stripe gives back no other");
        }
        return minor;
    }

    private String why(RefundReason why) {
        if (words.isBlank()) {
            return why.words();
        }
        return why == RefundReason.OTHER ? words : why.words() + ": " + words;
    }

    /** One that nobody has, where the form was tampered with: it is refused further on, or is a refund of its own. */
    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    private static long number(MultiValueMap<String, String> sent, String name, int digits) {
        String value = text(sent, name);
        return value.matches("[0-9]{1," + digits + "}") ? Long.parseLong(value) : -1;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }
}
