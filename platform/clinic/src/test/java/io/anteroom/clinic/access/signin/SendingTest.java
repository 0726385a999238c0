package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.settings.PortalLanguages;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.MessageLog;
import io.anteroom.messaging.SmsContent;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessTest
class SendingTest {

    @Autowired
    Clinic clinic;

    @Autowired
    MessageLog messages;

    @Autowired
    CodeStillHolds stillHolds;

    @Autowired
    PortalSetup portal;

    @Autowired
    OnlineAccess access;

    @Autowired
    PersonLanguages languages;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void theTextMessageEndsWithTheHostAndTheCodeForThePhoneToOffer() {
        inNorth(() -> {
            clinic.patient("Anna", "", "07400 123456");
            clinic.askAndSend("07400 123456", 42);

            var sent = messages.about(new MessageAbout("sign-in-code", "1")).getFirst();
            assertThat(sent.recipient()).isEqualTo("+447400123456");
            var text = ((SmsContent) sent.content()).text();
            assertThat(text.lines().toList().getLast()).isEqualTo("@north.anteroom.example #••••••");
            assertThat(text).contains("North Clinic", "ten minutes");
        });
    }

    @Test
    void theEmailSaysWhichClinicWhyAndWhatToDo() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.askAndSend("anna@example.org", 42);

            var sent = messages.about(new MessageAbout("sign-in-code", "1")).getFirst();
            var mail = (EmailContent) sent.content();
            assertThat(mail.subject()).isEqualTo("Your sign-in code for North Clinic");
            assertThat(mail.heading()).isEqualTo("Your sign-in code is ••••••");
            assertThat(String.join(" ", mail.paragraphs()))
                    .contains("signing in to the patient portal of North Clinic", "If it wasn't you");
        });
    }

    @Test
    void aMessageIsInTheLanguageOfItsAccountElseInTheClinics() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            portal.speak(ROSA, new PortalLanguages(Language.GERMAN, EnumSet.allOf(Language.class)));
            clinic.askAndSend("anna@example.org", 42);
            assertThat(mail("1").subject()).isEqualTo("Ihr Anmeldecode für North Clinic");
            assertThat(mail("1").heading()).isEqualTo("Ihr Anmeldecode lautet ••••••");

            var account = new AccountId(clinic.sql("select min(id) from __tenant__.portal_account"));
            languages.choose(account, Language.ARABIC);
            clock.advance(Duration.ofMinutes(2));
            clinic.askAndSend("anna@example.org", 43);
            assertThat(mail("2").language()).isEqualTo("ar");
            assertThat(mail("2").heading()).isEqualTo("رمز تسجيل دخولك هو ••••••");
        });
        inSouth(() ->
                assertThat(languages.wordsAt("anna@example.org").language()).isEqualTo(Language.ENGLISH));
    }

    @Test
    void whoNeverChoseIsWrittenToInTheLanguageOfThePageAndWhoDidInTheirs() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var browser = Words.speaking(
                    () -> Words.in(Language.GERMAN, "GB"), () -> Clinic.browser(clinic.ask("anna@example.org")));
            clinic.send(42);
            assertThat(mail("1").subject()).isEqualTo("Ihr Anmeldecode für North Clinic");

            var account = new AccountId(clinic.sql("select min(id) from __tenant__.portal_account"));
            languages.choose(account, Language.ARABIC);
            clock.advance(Duration.ofMinutes(2));
            Words.speaking(() -> Words.in(Language.GERMAN, "GB"), () -> clinic.ask("anna@example.org", browser));
            clinic.send(43);
            assertThat(mail("2").language()).isEqualTo("ar");

            portal.speak(ROSA, new PortalLanguages(Language.ENGLISH, EnumSet.of(Language.ENGLISH)));
            clinic.run("update __tenant__.portal_account set language = null");
            clock.advance(Duration.ofMinutes(2));
            clinic.ask("anna@example.org", browser);
            clinic.send(44);
            assertThat(mail("3").subject())
                    .as("a language that the clinic offers no more")
                    .isEqualTo("Your sign-in code for North Clinic");
        });
    }

    private EmailContent mail(String code) {
        return (EmailContent) messages.about(new MessageAbout("sign-in-code", code))
                .getFirst()
                .content();
    }

    @Test
    void theCodeIsKeptNowhereInTheClear() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.askAndSend("anna@example.org", 777_333);

            for (var table : new String[] {"message", "one_time_code", "sign_in", "audit_entry"}) {
                assertThat(clinic.texts("select x::text from __tenant__." + table + " x"))
                        .noneMatch(row -> row.contains("777333"));
            }
        });
    }

    @Test
    void theSameCodeHasAnotherHashInAnotherSignInAndAtAnotherClinic() {
        inNorth(() -> clinic.patient("Anna", "anna@example.org", ""));
        inSouth(() -> clinic.patient("Anna", "anna@example.org", ""));
        inNorth(() -> {
            clinic.askAndSend("anna@example.org", 5);
            clinic.askAndSend("anna@example.org", 5);
            assertThat(clinic.sql("select count(distinct code_hash) from __tenant__.one_time_code"))
                    .isEqualTo(2);
        });
    }

    @Test
    void aMessageWhoseCodeCannotBeEnteredAnyMoreIsDropped() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var browser = clinic.askAndSend("anna@example.org", 1);
            assertThat(holds("1")).isTrue();

            clinic.enter(browser, 1);
            assertThat(holds("1")).isFalse();

            clinic.askAndSend("anna@example.org", 2);
            assertThat(holds("2")).isTrue();
            clock.advance(Duration.ofMinutes(10));
            assertThat(holds("2")).isFalse();
        });
    }

    @Test
    void aCodeForACredentialRemovedMeanwhileIsDroppedAndRefused() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var browser = clinic.askAndSend("anna@example.org", 1);
            access.remove(anna, CredentialChannel.EMAIL, ROSA);

            assertThat(holds("1")).isFalse();
            assertThat(clinic.enter(browser, 1)).isEqualTo(new Entered.Wrong(2));
        });
    }

    @Test
    void whatTheWorkerComesToTooLateIsNotSent() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.ask("anna@example.org");
            clock.advance(Duration.ofMinutes(10));
            clinic.send(1);

            assertThat(clinic.texts("select outcome from __tenant__.one_time_code"))
                    .containsExactly("late");
        });
    }

    @Test
    void aPortalThatIsOffSendsNothing() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            portal.switchTo(ROSA, false);
            clinic.askAndSend("anna@example.org", 1);

            assertThat(clinic.sql("select count(*) from __tenant__.message")).isZero();
        });
    }

    @Test
    void oneNetworkMayAskSoOftenAndNoMoreAndASlash64IsOneNetwork() {
        inNorth(() -> {
            IntStream.range(0, 12)
                    .forEach(i -> assertThat(clinic.askFrom("2001:db8::" + (i + 1), "p" + i + "@example.org"))
                            .isInstanceOf(Asked.OnItsWay.class));

            assertThat(clinic.askFrom("2001:db8::ffff", "one.more@example.org"))
                    .isEqualTo(new Asked.Wait(Asked.Why.NETWORK, TestClock.START.plus(Duration.ofMinutes(10))));
            assertThat(clinic.askFrom("2001:db8:0:1::1", "one.more@example.org"))
                    .isInstanceOf(Asked.OnItsWay.class);
            clock.advance(Duration.ofMinutes(10));
            assertThat(clinic.askFrom("2001:db8::ffff", "one.more@example.org")).isInstanceOf(Asked.OnItsWay.class);
        });
        inSouth(() -> assertThat(clinic.askFrom("2001:db8::1", "p@example.org")).isInstanceOf(Asked.OnItsWay.class));
    }

    @Test
    void textsToNumbersThatBeginAlikeAndCodesOfTheClinicAreCapped() {
        inNorth(() -> {
            for (int i = 0; i < 7; i++) {
                clinic.patient("P" + i, "p" + i + "@example.org", "0740012345" + i);
                clinic.askAndSend("0740012345" + i, i);
            }
            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id"))
                    .containsExactly("sent", "sent", "sent", "sent", "capped", "capped", "capped");

            for (int i = 0; i < 3; i++) {
                clinic.askAndSend("p" + i + "@example.org", i);
            }
            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id offset 7"))
                    .containsExactly("sent", "sent", "capped");

            clock.advance(Duration.ofHours(1));
            clinic.askAndSend("p0@example.org", 1);
            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id offset 10"))
                    .containsExactly("sent");
        });
    }

    @Test
    void addressesNobodyHasUseUpNothingOfTheClinicsCodes() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            for (int i = 0; i < 10; i++) {
                clinic.askAndSend("nobody" + i + "@example.org", 1);
            }
            assertThat(clinic.signIn("anna@example.org")).isNotNull();
        });
    }

    @Test
    void askingLeavesAPointerThatCommitsWithIt() {
        inNorth(() -> clinic.ask("anna@example.org"));

        assertThat(control.sql("select task_name || ' ' || task_instance from control.scheduled_tasks")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("sign-in-code");
    }

    private boolean holds(String code) {
        return clinic.inTransaction(() -> stillHolds.holds(code));
    }
}
