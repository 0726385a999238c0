package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.Clinic.WRONG;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.testing.AtOnce.atOnce;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccessTestConfiguration;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.password.PasswordSaved;
import io.anteroom.clinic.access.password.PasswordTried;
import io.anteroom.clinic.access.password.Passwords;
import io.anteroom.clinic.access.password.SecondStep;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Two instances of the application over one database, as behind a load balancer: what is limited is limited once. */
@AccessTest
class InstancesTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinic here;

    @Autowired
    Sessions sessions;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondStep second;

    @Autowired
    TestClock clock;

    @Autowired
    ConfigurableEnvironment environment;

    ConfigurableApplicationContext otherInstance;
    Clinic there;

    @BeforeEach
    void anotherInstance() {
        otherInstance = new SpringApplicationBuilder(AccessTestConfiguration.class, OtherInstance.class)
                .web(WebApplicationType.NONE)
                .environment(environment)
                .initializers(
                        new TestDatabaseSettings(),
                        context -> ((GenericApplicationContext) context).registerBean(TestClock.class, () -> clock))
                .run();
        there = otherInstance.getBean(Clinic.class);
        assertThat(there).isNotSameAs(here);
    }

    @AfterEach
    void stop() {
        otherInstance.close();
    }

    @Test
    void codesAskedForOfEitherCountTogether() {
        inNorth(() -> {
            assertThat(here.ask(ANNA)).isInstanceOf(Asked.OnItsWay.class);
            assertThat(there.ask(ANNA)).isInstanceOf(Asked.OnItsWay.class);
            assertThat(here.ask(ANNA)).isInstanceOf(Asked.OnItsWay.class);
            assertThat(there.ask(ANNA)).isInstanceOf(Asked.Wait.class).isEqualTo(here.ask(ANNA));
        });
    }

    @Test
    void codesAskedForOfBothAtOnceAreThree() throws Exception {
        var answers = new ArrayList<Callable<Asked>>();
        for (int i = 0; i < 6; i++) {
            answers.add(() -> here.ask(ANNA));
            answers.add(() -> there.ask(ANNA));
        }

        assertThat(atOnce(answers)).filteredOn(Asked.OnItsWay.class::isInstance).hasSize(3);
    }

    @Test
    void aBrowserMayAskOneAndEnterAtTheOther() {
        inNorth(() -> {
            here.patient("Anna", ANNA, "");
            var browser = browser(there.ask(ANNA));
            here.send(5);

            assertThat(there.enter(browser, 5))
                    .isInstanceOf(Entered.SignedIn.class)
                    .isEqualTo(here.enter(browser, 5));
        });
    }

    @Test
    void theCodeMayBeEnteredAtOneAndThePasswordThatGoesWithItAtTheOther() {
        inNorth(() -> {
            here.patient("Anna", ANNA, "");
            here.run("update __tenant__.authentication_settings set passwords = true, short_passwords = true");
            var chart = sessions.chart(here.signIn(ANNA)).orElseThrow();
            assertThat(passwords.set(chart, "otter tea", true)).isEqualTo(new PasswordSaved.Saved());

            var browser = here.askAndSend(ANNA, 5);
            assertThat(there.enter(browser, 5)).isEqualTo(new Entered.PasswordNext());
            var from = new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), browser);
            var entered = second.enter(browser, "otter tea", from, "Firefox on Linux");
            assertThat(entered.orElseThrow()).isInstanceOf(PasswordTried.SignedIn.class);
            assertThat(otherInstance.getBean(SecondStep.class).enter(browser, "otter tea", from, "Firefox on Linux"))
                    .isEqualTo(entered);
        });
    }

    @Test
    void wrongEntriesAtEitherBurnTheCodeAndLockTheAddressForBoth() {
        inNorth(() -> {
            for (int asked = 0; asked < 3; asked++) {
                var browser = browser((asked % 2 == 0 ? here : there).ask(ANNA));
                here.send(5);
                assertThat(here.enter(browser, WRONG)).isEqualTo(new Entered.Wrong(2));
                assertThat(there.enter(browser, WRONG)).isEqualTo(new Entered.Wrong(1));
                assertThat(here.enter(browser, WRONG)).isEqualTo(new Entered.Burned());
                assertThat(there.enter(browser, WRONG)).isEqualTo(new Entered.Burned());
            }
            clock.advance(CodeLimits.SENDS_WITHIN);
            var last = browser(there.ask(ANNA));
            var locked = new Entered.Locked(clock.instant().plus(CodeLimits.lock(1)));
            assertThat(here.enter(last, WRONG)).isEqualTo(locked);
            assertThat(there.enter(last, WRONG)).isEqualTo(locked);
            assertThat(there.ask(ANNA))
                    .isInstanceOfSatisfying(
                            Asked.Wait.class, wait -> assertThat(wait.why()).isEqualTo(Asked.Why.WRONG_ENTRIES));
        });
    }

    @Test
    void guessesAtBothAtOnceAreCountedOneByOne() throws Exception {
        var browser = CurrentTenant.call(Tenants.north(), () -> here.askAndSend(ANNA, 5));
        var guesses = new ArrayList<Callable<Entered>>();
        for (int i = 0; i < 4; i++) {
            guesses.add(() -> here.enter(browser, WRONG));
            guesses.add(() -> there.enter(browser, WRONG));
        }

        assertThat(atOnce(guesses))
                .containsOnlyOnce(new Entered.Wrong(2), new Entered.Wrong(1))
                .filteredOn(new Entered.Burned()::equals)
                .hasSize(6);
    }

    @Test
    void aNetworkThatAsksBothInTurnsIsCappedOnce() {
        inNorth(() -> {
            for (int i = 0; i < 12; i++) {
                var instance = i % 2 == 0 ? here : there;
                assertThat(instance.ask("somebody" + i + "@example.org")).isInstanceOf(Asked.OnItsWay.class);
            }
            for (var instance : List.of(here, there)) {
                assertThat(instance.ask("another@example.org"))
                        .isInstanceOfSatisfying(
                                Asked.Wait.class, wait -> assertThat(wait.why()).isEqualTo(Asked.Why.NETWORK));
                assertThat(instance.askFrom("198.51.100.7", "another@example.org"))
                        .isInstanceOf(Asked.OnItsWay.class);
            }
        });
    }

    @Test
    void textMessagesToNumbersThatBeginAlikeAreCappedOverBothWorkers() {
        inNorth(() -> {
            for (int i = 0; i < 6; i++) {
                here.patient("Patient" + i, "", "07400 12345" + i);
                (i % 2 == 0 ? here : there).ask("07400 12345" + i);
                (i % 2 == 0 ? there : here).send(i);
            }
            assertThat(here.texts("select outcome from __tenant__.one_time_code order by id"))
                    .containsExactly("sent", "sent", "sent", "sent", "capped", "capped");
        });
    }

    /** What the other instance has beside what is tested: connections of its own, and this one's clock. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(TenancyConfiguration.class)
    static class OtherInstance {}
}
