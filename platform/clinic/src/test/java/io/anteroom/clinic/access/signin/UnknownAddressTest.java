package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.Clinic.WRONG;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Neither answers nor the work done for them tell an address that the clinic knows from one it doesn't. */
@AccessTest
class UnknownAddressTest {

    private static final String KNOWN = "anna@example.org";
    private static final String UNKNOWN = "nobody@example.org";

    @Autowired
    Clinic clinic;

    @Autowired
    SignIns signIns;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount statements;

    @Test
    void askingRunsTheSameStatementsAndNoneReadsCredentials() {
        inNorth(() -> {
            clinic.patient("Anna", KNOWN, "");

            var known = statementsOf(() -> clinic.ask(KNOWN));
            var unknown = statementsOf(() -> clinic.ask(UNKNOWN));

            assertThat(unknown).isEqualTo(known).isNotEmpty().noneMatch(sql -> sql.contains("__tenant__.credential"));
        });
    }

    @Test
    void askingAgainAndEnteringWrongCodesRunTheSameStatements() {
        inNorth(() -> {
            clinic.patient("Anna", KNOWN, "");
            var known = browser(clinic.ask(KNOWN));
            var unknown = browser(clinic.ask(UNKNOWN));
            clinic.send(1);

            same(known, unknown, browser -> clinic.enter(browser, WRONG));
            clock.advance(Duration.ofMinutes(1));
            same(known, unknown, clinic::askAgain);
            same(known, unknown, signIns::pending);
            same(known, unknown, browser -> clinic.enter(browser, WRONG));
            clinic.send(2);
            same(known, unknown, browser -> clinic.enter(browser, WRONG));
            same(known, unknown, browser -> clinic.enter(browser, WRONG));
        });
    }

    @Test
    void answersAreTheSameUpToTheLockAndBeyond() {
        inNorth(() -> {
            clinic.patient("Anna", KNOWN, "");

            assertThat(answers(UNKNOWN)).isEqualTo(answers(KNOWN)).hasSizeGreaterThan(12);
        });
    }

    @Test
    void theWorkerLeavesARowOfTheSameShapeAndSendsNothing() {
        inNorth(() -> {
            clinic.patient("Anna", KNOWN, "");
            clinic.askAndSend(UNKNOWN, 1);

            assertThat(clinic.texts("select outcome || length(code_hash) from __tenant__.one_time_code"))
                    .containsExactly("unknown32");
            assertThat(clinic.sql("select count(*) from __tenant__.message")).isZero();
        });
    }

    @Test
    void noCodeSignsAnUnknownAddressIn() {
        inNorth(() -> {
            clinic.patient("Anna", KNOWN, "");
            var browser = clinic.askAndSend(UNKNOWN, 1);

            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Wrong(2));
        });
    }

    private List<String> statementsOf(Runnable work) {
        statements.reset();
        work.run();
        return statements.statements();
    }

    private void same(BrowserToken known, BrowserToken unknown, Consumer<BrowserToken> act) {
        assertThat(statementsOf(() -> act.accept(unknown))).isEqualTo(statementsOf(() -> act.accept(known)));
    }

    /** What somebody is told who asks and enters wrong codes until locked out, from a fixed moment on. */
    private List<Object> answers(String address) {
        clock.set(TestClock.START);
        var answers = new ArrayList<Object>();
        for (int round = 0; round < 4; round++) {
            var browser = clinic.askAndSend(address, 1);
            answers.add(signIns.pending(browser).orElseThrow().usable());
            for (int entry = 0; entry < 4; entry++) {
                answers.add(clinic.enter(browser, WRONG));
            }
            clock.advance(Duration.ofMinutes(round == 3 ? 0 : 11));
        }
        answers.add(clinic.ask(address));
        return answers;
    }
}
