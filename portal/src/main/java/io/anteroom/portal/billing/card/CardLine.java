package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.card.CardWords;
import io.anteroom.language.Words;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.webkit.Badge;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A saved card as its owner reads of it.
 *
 * @param title brand and last digits
 * @param name what its owner calls it, or null
 * @param until the last month it is good for, in words
 * @param warning that it expires soon, or has, or null
 */
public record CardLine(
        String id,
        String title,
        @Nullable String name,
        String until,
        boolean preferred,
        boolean expired,
        @Nullable Badge warning) {

    static CardLine of(SavedCard card, YearMonth now) {
        Words words = Words.current();
        boolean expired = card.isExpired(now);
        Badge warning = null;
        if (expired) {
            warning = Badge.bad(say("Expired"));
        } else if (card.expiresSoon(now)) {
            warning = Badge.warning(say("Expires soon"));
        }
        return new CardLine(
                card.id().toString(),
                CardWords.title(words, card),
                card.name(),
                words.month(card.until()),
                card.preferred(),
                expired,
                warning);
    }

    /** Where its page is. */
    public String url() {
        return "/payment-methods/" + id;
    }

    /** Whatever it is told from the others by, in one line. */
    public String label() {
        return name == null ? title : say("{name}: {card}", "name", name, "card", title);
    }
}
