package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart.ToTheBank;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * A process that dies between any two steps of a payment charges nobody twice and loses nothing. Each step that lasts is a
 * transaction, so it dies before the first, before the second, and so on until the payment gets through; a transaction that it dies
 * in is one that it died before.
 */
class CrashTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final String ABOUT = "patient 1";
    private static final URI BACK = URI.create("http://north.localhost/payments/return");

    /** More steps than any way of paying has. */
    private static final int MOST_STEPS = 40;

    @Autowired
    CardConsents consents;

    private final Crashes crashes = new Crashes();
    private boolean listens;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");
    private PaymentId attempt = new PaymentId(new UUID(0, 0));
    private CardId card = new CardId(new UUID(0, 0));

    /** What the process died of. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The ways to pay, each from the click to the return page. */
    enum Way {
        PAGE(TestCard.VISA) {
            @Override
            void walk(CrashTest test) {
                if (test.start(north(), test.bill, DUE) instanceof CheckoutStart.Redirect to) {
                    test.pay(north(), test.account, to.payment(), TestCard.VISA);
                    test.reconciled(north(), to.payment());
                }
            }
        },
        SAVED_CARD(TestCard.VISA) {
            @Override
            void walk(CrashTest test) {
                test.payByCard();
            }
        },
        PAST_THE_BANK(TestCard.CHECK_ALWAYS) {
            @Override
            void walk(CrashTest test) {
                test.payByCard();
            }
        },
        AWAY(TestCard.VISA) {
            @Override
            void walk(CrashTest test) {
                test.in(north(), () -> test.savedCardPayments.charge(test.attempt, test.bill, DUE, ANA, ABOUT));
            }
        };

        private final TestCard card;

        Way(TestCard card) {
            this.card = card;
        }

        abstract void walk(CrashTest test);
    }

    /** Lets the process die before a transaction of this thread. */
    private static final class Crashes implements TransactionExecutionListener {

        private int left;

        @Override
        public void beforeBegin(TransactionExecution transaction) {
            if (left > 0 && --left == 0) {
                throw new Crash();
            }
        }
    }

    @BeforeEach
    void aCardIsSaved() {
        if (!listens) {
            ((ConfigurableTransactionManager) Objects.requireNonNull(transaction.getTransactionManager()))
                    .addListener(crashes);
            listens = true;
        }
        account = connect(north());
    }

    @AfterEach
    void nothingDiesAnyMore() {
        crashes.left = 0;
    }

    @ParameterizedTest
    @EnumSource
    void whoeverClicksAgainAfterwardsIsChargedOnce(Way way) {
        card = saved(way);
        int steps = 0;
        do {
            begin(++steps);
            if (!dies(way, steps)) {
                break;
            }
            way.walk(this);
            assertThat(charged()).as("charged, dead before step %s", steps).isEqualTo(1);
            assertThat(settled(north(), bill))
                    .as("credited, dead before step %s", steps)
                    .hasSize(1);
        } while (steps < MOST_STEPS);
        assertThat(steps).isBetween(4, MOST_STEPS - 1);
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyClicksAgainTheJobFindsWhatWasCharged(Way way) {
        card = saved(way);
        int steps = 0;
        do {
            begin(++steps);
            if (!dies(way, steps)) {
                break;
            }
            later(Duration.ofHours(13));
            in(north(), () -> payments.of(bill)).forEach(each -> work(north(), each.id()));
            assertThat(settled(north(), bill))
                    .as("credited, dead before step %s", steps)
                    .hasSize(charged());
            assertThat(in(north(), () -> payments.of(bill)))
                    .as("over, dead before step %s", steps)
                    .allMatch(each -> each.state().isFinal());
        } while (steps < MOST_STEPS);
        assertThat(steps).isBetween(4, MOST_STEPS - 1);
    }

    private CardId saved(Way way) {
        CardId saved = save(north(), account, ANA, way.card);
        in(
                north(),
                () -> consents.give(
                        ANA, ABOUT, saved, new ConsentWording(1, "Charge my card.", Locale.UK), "account 1"));
        return saved;
    }

    private void begin(int step) {
        bill = bill(north(), "crash-" + step, DUE);
        attempt = new PaymentId(UUID.randomUUID());
    }

    /** Walks the way until the process dies before that step; false where it gets through first. */
    private boolean dies(Way way, int step) {
        crashes.left = step;
        try {
            way.walk(this);
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            crashes.left = 0;
        }
    }

    private void payByCard() {
        if (in(north(), () -> savedCardPayments.pay(attempt, bill, DUE, ANA, card, BACK)) instanceof ToTheBank) {
            stripe.finishCheck(account, intent(), true);
            reconciled(north(), attempt);
        }
    }

    private String intent() {
        return stripe.all(account, "payment_intent").stream()
                .filter(intent ->
                        intent.path("metadata").path("payment").asString("").equals(attempt.toString()))
                .map(intent -> Json.text(intent, "id"))
                .findFirst()
                .orElseThrow();
    }

    /** How often the bill was charged. */
    private int charged() {
        return (int) stripe.all(account, "charge").stream()
                .filter(charge -> Json.text(charge, "status").equals("succeeded"))
                .filter(charge -> Json.text(charge, "description").equals("Invoice " + bill.id()))
                .count();
    }
}
