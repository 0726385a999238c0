package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.ProofWalk.Told;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.ConfigurableTransactionManager;

/**
 * The proof: every way in which money moves, through everything that can go wrong on it, in currencies without, with two
 * and with three digits. After each, the money has moved exactly once or not at all, our books say what Stripe's say,
 * nothing is left under way, and whoever was told anything was told the truth. What came of each is a cell of the table in {@code docs/payments.md}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofTest extends ProofBench {

    private static final List<String> CURRENCIES = List.of("JPY", "GBP", "KWD");

    /** More steps than any path has. */
    private static final int MOST_STEPS = 60;

    private static final ProofCrashes CRASHES = new ProofCrashes();
    private static final ProofTable TABLE = new ProofTable();

    private int bill;

    static Stream<Arguments> cells() {
        return Stream.of(ProofPath.values())
                .flatMap(path -> Stream.of(ProofFault.values())
                        .map(fault -> Arguments.argumentSet(path.title() + ": " + fault.title(), path, fault)));
    }

    @BeforeEach
    void aClinicIsConnected() {
        var transactions = (ConfigurableTransactionManager) Objects.requireNonNull(transaction.getTransactionManager());
        if (!transactions.getTransactionExecutionListeners().contains(CRASHES)) {
            transactions.addListener(CRASHES);
        }
        account = connect(north());
    }

    @AfterEach
    void nothingDiesAnyMore() {
        CRASHES.dieBefore(0);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("cells")
    @Timeout(60)
    void onceOrNotAtAllAndTheTruth(ProofPath on, ProofFault fault) {
        String impossible = fault.impossible(on);
        if (impossible != null) {
            TABLE.put(on, fault, "- (" + impossible + ")");
            return;
        }
        TABLE.put(on, fault, "**red**");
        takes(on);
        Set<String> came = new TreeSet<>();
        for (String currency : CURRENCIES) {
            if (fault.isCrash()) {
                crashes(fault, currency, came);
            } else {
                ProofWalk walk = begin(fault, currency);
                fault.strike(walk);
                came.add(end(walk));
            }
        }
        compare();
        assertThat(in(north(), check::differences))
                .as("differences from Stripe")
                .isEmpty();
        assertThat(inTheLedger(north())).as("the ledger").isEqualTo(atStripe(account));
        TABLE.put(on, fault, String.join(" or ", came));
    }

    /** Runs last; where only some cells ran, it has nothing to say. */
    @Test
    @Order(2)
    void whatCameOfEachIsInTheDocumentation() {
        if (TABLE.isWhole()) {
            TABLE.print();
            assertThat(TABLE.kept())
                    .as("The table in docs/payments.md should be:\n%s", TABLE)
                    .isEqualTo(TABLE.toString());
        }
    }

    /** Dies before the first step, before the second, and so on until it gets through. */
    private void crashes(ProofFault fault, String currency, Set<String> came) {
        for (int step = 1; step < MOST_STEPS; step++) {
            ProofWalk walk = begin(fault, currency);
            fault.beforeItDies(walk);
            if (!CRASHES.dies(step, () -> fault.dying(walk))) {
                assertThat(step).as("steps").isGreaterThan(3);
                end(walk);
                return;
            }
            fault.strike(walk);
            came.add(end(walk));
        }
        throw new AssertionError("It never gets through");
    }

    private ProofWalk begin(ProofFault fault, String currency) {
        Money total = Money.of(8450, currency);
        ProofWalk walk = path().walk(this, bill(north(), "proof-" + ++bill, total), total, fault.isAboutAllThatIsDue());
        stripe.dropWebhooks();
        return walk;
    }

    /** Time goes by; then all of it has to hold, and what came of it is told in a word. */
    private String end(ProofWalk walk) {
        Told last = walk.last();
        stripe.heal();
        finish();
        walk.assertTrue();
        boolean kept = keptForTheStaff(walk.bill);
        String came = walk.moved() == 0
                ? "not at all"
                : (last == Told.DONE || last == Told.NOTHING_LEFT ? "once" : "once, told later")
                        + (kept ? ", kept for the staff" : "");
        walk.assertNotStuck();
        finish();
        return came;
    }

    /** What could not be credited is given back by staff, and that is the end of it. */
    private boolean keptForTheStaff(PayableRef ref) {
        List<Payment> kept = in(north(), () -> payments.of(ref)).stream()
                .filter(Payment::needsAttention)
                .toList();
        for (Payment each : kept) {
            assertThat(in(north(), () -> payments.giveBack(each.id()))).isTrue();
            finish();
            assertThat(stored(north(), each.id()).isRefunded()).as("given back").isTrue();
        }
        return !kept.isEmpty();
    }
}
