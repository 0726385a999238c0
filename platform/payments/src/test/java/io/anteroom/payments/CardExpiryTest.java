package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.wallet.ExpiryWork;
import io.anteroom.stripeemulator.objects.Entered;
import io.anteroom.stripeemulator.objects.TestCard;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A card's owner hears once that it expires, 30 days before, and of a card that they have. */
class CardExpiryTest extends PaymentsFixture {

    private static final PayerRef ANA = new PayerRef("account", "1");

    @Autowired
    ToldOwners told;

    private String account = "";
    private YearMonth now = YearMonth.of(2026, 1);

    @BeforeEach
    void nobodyWasTold() {
        told.forget();
        account = connect(north());
        now = YearMonth.from(clock.instant().atZone(north().zone()));
    }

    @Test
    void theOwnerIsToldOnceAndNotBefore() {
        CardId card = save(now.plusMonths(4));
        assertThat(pointers(north())).contains("card-expiry:" + card);

        expire(card);
        assertThat(told.all()).as("too early").isEmpty();
        later(Duration.ofDays(125));
        expire(card);
        expire(card);

        assertThat(told.all()).containsExactly("account 1: Visa ending 4242 " + now.plusMonths(4));
    }

    @Test
    void ofACardThatWasRemovedNobodyIsTold() {
        CardId card = save(now.plusMonths(4));
        in(north(), () -> cards.remove(ANA, card));
        later(Duration.ofDays(125));

        expire(card);

        assertThat(told.all()).isEmpty();
    }

    @Test
    void whoeverAddsACardThatExpiresSoonSeesThatOnThePageAndGetsNoMail() {
        CardId card = save(now);

        assertThat(pointers(north())).doesNotContain("card-expiry:" + card);
    }

    private void expire(CardId card) {
        work(north(), ExpiryWork.KIND, card.toString());
    }

    private CardId save(YearMonth until) {
        var start = (CardSetupStart.Redirect) in(north(), () -> cards.add(ANA, URLS, Locale.UK));
        String session = query(
                north(),
                () -> data.sql("select session_id from __tenant__.card_setup where id = :id")
                        .param("id", start.setup().value())
                        .query(String.class)
                        .single());
        stripe.pay(account, session, new Entered(TestCard.VISA, until, false));
        CardSetup done = in(north(), () -> cards.reconcile(ANA, start.setup())).orElseThrow();
        return Objects.requireNonNull(done.card());
    }
}
