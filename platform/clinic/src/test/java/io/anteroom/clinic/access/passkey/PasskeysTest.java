package io.anteroom.clinic.access.passkey;

import static io.anteroom.clinic.access.passkey.PasskeySteps.ANNA;
import static io.anteroom.clinic.access.passkey.PasskeySteps.HERE;
import static io.anteroom.clinic.access.passkey.PasskeySteps.NORTH;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class PasskeysTest {

    private static final PortalHost SOUTH = new PortalHost("south.anteroom.example", "https://south.anteroom.example");

    @Autowired
    Clinic clinic;

    @Autowired
    PasskeySteps steps;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeySignIn signIn;

    @Autowired
    PasskeyUnlock unlock;

    @Autowired
    Sessions sessions;

    @Autowired
    OnlineAccess access;

    @Autowired
    TestClock clock;

    @Test
    void aPasskeyIsAddedAndSignsIn() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var phone = phone(anna);
            assertThat(passkeys.of(steps.chart(anna))).extracting(Passkey::name).containsExactly("My phone");
            assertThat(passkeys.of(steps.chart(anna)).getFirst().lastUsed()).isEmpty();

            clock.advance(Duration.ofHours(1));
            var entered = signsIn(phone).orElseThrow();
            assertThat(entered.until()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
            assertThat(steps.chart(entered.token()).viewer().account())
                    .isEqualTo(steps.chart(anna).viewer().account());
            assertThat(passkeys.of(steps.chart(anna)).getFirst().lastUsed()).contains(clock.instant());
            assertThat(clinic.texts("""
                    select actor_name || ' ' || action from __tenant__.audit_entry where action in
                        ('passkey-added', 'portal-signed-in') order by id"""))
                    .containsExactly(
                            "Anna Lee portal-signed-in", "Anna Lee passkey-added", "Anna Lee portal-signed-in");
            assertThat(clinic.texts("select method from __tenant__.portal_session order by id"))
                    .containsExactly("code", "passkey");
        });
    }

    @Test
    void aChallengeIsSignedOnceInItsOwnBrowserWithinFiveMinutes() {
        inNorth(() -> {
            var phone = phone(signedIn(ANNA));
            var asked = steps.ask();
            var answer = phone.signs(asked.options());
            assertThat(steps.enter(new BrowserToken("another"), answer)).isEmpty();

            var again = steps.ask();
            var right = phone.signs(again.options());
            assertThat(steps.enter(again.browser(), right)).isPresent();
            assertThat(steps.enter(again.browser(), right)).as("once").isEmpty();

            var late = steps.ask();
            clock.advance(Duration.ofMinutes(5));
            assertThat(steps.enter(late.browser(), phone.signs(late.options()))).isEmpty();
            steps.ask();
            assertThat(clinic.sql("select count(*) from __tenant__.passkey_challenge"))
                    .as("those whose time is over are forgotten")
                    .isEqualTo(1);
        });
    }

    @Test
    void aKeyOfAnotherHostOrWithoutItsPersonOrCopiedSignsNobodyIn() {
        inNorth(() -> {
            var phone = phone(signedIn(ANNA)).signed(7);
            assertThat(signsIn(phone)).isPresent();
            assertThat(signsIn(phone.signed(7))).as("somebody has a copy").isEmpty();
            assertThat(signsIn(phone.signed(8))).isPresent();
            var port = new PortalHost(NORTH.name(), "https://north.anteroom.example:8443");
            assertThat(signsIn(phone.signed(9).on(port))).as("another origin").isEmpty();
            assertThat(signsIn(phone.signed(10).on(NORTH).unverified())).isEmpty();
            assertThat(signsIn(phone(signedInAgain()).on(SOUTH))).isEmpty();
        });
    }

    @Test
    void aForgedSignatureAndNonsenseAreRefusedWithoutAFault() {
        inNorth(() -> {
            phone(signedIn(ANNA));
            assertThat(signsIn(new Device(NORTH, "phone")))
                    .as("the same id, another key")
                    .isEmpty();
            assertThat(clinic.texts("""
                    select actor_name || ' ' || patient_id || ' ' || detail::text from __tenant__.audit_entry
                     where action = 'passkey-wrong'""")).containsExactly("Sign-in 1 [{\"Passkey\": \"My phone\"}]");
            assertThat(signsIn(new Device(NORTH, "unknown"))).isEmpty();
            for (var nonsense :
                    new String[] {"", "{}", "null", "[]", "{\"id\":\"x\"}", "\"x\"", "{", "x".repeat(30_000)}) {
                assertThat(steps.enter(steps.ask().browser(), nonsense))
                        .as(nonsense)
                        .isEmpty();
            }
            assertThat(steps.add(signedInAgain(), "{}", "Nothing")).isEqualTo(new PasskeyAdded.Refused());
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'passkey-wrong'"))
                    .as("of an unknown key and of nonsense nobody knows whose it is")
                    .isEqualTo(1);
            assertThat(news()).as("whoever forges sends nobody mail").containsExactly("A passkey was added");
        });
    }

    @Test
    void inAnAccountOfTwoStepsItSignsInByItselfAndIsAddedSoonAfterBothOnly() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var phone = phone(anna);
            clinic.run("insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step)"
                    + " values (1, 1, repeat('x', 60), now(), true)");
            var tablet = new Device(NORTH, "tablet");
            assertThat(steps.add(anna, tablet.creates(steps.options(anna)), "Tablet"))
                    .as("it began by a code alone")
                    .isEqualTo(new PasskeyAdded.Refused());

            var byPasskey = signsIn(phone).orElseThrow().token();
            assertThat(steps.add(byPasskey, tablet.creates(steps.options(byPasskey)), "Tablet"))
                    .isEqualTo(new PasskeyAdded.Added());
            clock.advance(Duration.ofMinutes(10));
            var watch = new Device(NORTH, "watch");
            assertThat(steps.add(byPasskey, watch.creates(steps.options(byPasskey)), "Watch"))
                    .as("too long ago")
                    .isEqualTo(new PasskeyAdded.Refused());
        });
    }

    @Test
    void aPasskeyIsNobodysAtTheOtherClinic() {
        var phone = new Device[1];
        inNorth(() -> phone[0] = phone(signedIn(ANNA)));
        inSouth(() -> {
            signedIn(ANNA);
            var asked = steps.ask();
            assertThat(steps.enter(asked.browser(), phone[0].signs(asked.options())))
                    .isEmpty();
        });
    }

    @Test
    void aClosedAccountARemovedAddressAndASwitchedOffPortalLeaveNoWayIn() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", ANNA, "");
            var phone = phone(clinic.signIn(ANNA));
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            assertThat(signsIn(phone)).isEmpty();
            clinic.run("update __tenant__.portal_account set closed_at = null");
            clinic.run("update __tenant__.portal_settings set switched_on = false");
            assertThat(signsIn(phone)).isEmpty();
            clinic.run("update __tenant__.portal_settings set switched_on = true");
            assertThat(signsIn(phone)).isPresent();

            access.remove(patient, CredentialChannel.EMAIL, Clinic.ROSA);
            assertThat(signsIn(phone)).isEmpty();
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session where ended_at is null"))
                    .isZero();
        });
    }

    @Test
    void aPasskeyMadeByWhoeverHadAWrongAddressEndsWithThatAddress() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", "wrong@example.org", "07400 123456");
            var annas = clinic.signIn("07400 123456");
            var wrong = clinic.signIn("wrong@example.org");
            var device = phone(wrong);
            var byKey = signsIn(device).orElseThrow().token();

            clinic.configure(patient, ANNA, "07400 123456");

            assertThat(List.of(annas, wrong, byKey))
                    .as("a session that a key began hangs on the oldest address, and ends all the same")
                    .allSatisfy(session -> assertThat(sessions.chart(session)).isEmpty());
            assertThat(signsIn(device)).isEmpty();
            assertThat(clinic.texts("""
                    select actor_name || ' ' || patient_id || ' ' || detail::text from __tenant__.audit_entry
                     where action = 'passkey-removed'"""))
                    .singleElement()
                    .asString()
                    .startsWith("Rosa Reception 1 ")
                    .contains("My phone", "removed or changed");
        });
        inSouth(() -> {
            var patient = clinic.patient("Anna", ANNA, "+447400123456");
            var device = steps.phone(clinic.signIn(ANNA), "south");
            access.remove(patient, CredentialChannel.MOBILE, Clinic.ROSA);
            assertThat(clinic.sql("select count(*) from __tenant__.passkey"))
                    .as("nobody ever proved the mobile")
                    .isEqualTo(1);
            assertThat(device).isNotNull();
        });
    }

    @Test
    void aClinicThatTakesNoPasskeysTakesNone() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var phone = phone(anna);
            var asked = steps.ask();
            clinic.run("update __tenant__.authentication_settings set passkeys = false");

            assertThat(signIn.offered()).isFalse();
            assertThat(signIn.begin(HERE, NORTH)).isEqualTo(new PasskeyRequest.Off());
            assertThat(steps.enter(asked.browser(), phone.signs(asked.options())))
                    .isEmpty();
            assertThat(passkeys.begin(steps.elevated(anna), NORTH)).isEmpty();
            assertThat(unlock.offered(steps.chart(anna), NORTH)).isFalse();
            assertThat(unlock.begin(steps.chart(anna), NORTH)).isEmpty();
        });
    }

    @Test
    void aPasskeyOpensClinicalRecordsOfItsOwnAccountAlone() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var annas = phone(anna);
            var bob = signedIn("bob@example.org");
            var bobs = steps.phone(bob, "bobs");
            clinic.run("update __tenant__.portal_session set elevated_until = null");

            var forAnna = unlock.begin(steps.chart(anna), NORTH).orElseThrow();
            assertThat(unlock.enter(steps.chart(anna), NORTH, bobs.signs(forAnna)))
                    .isEmpty();
            var forBob = unlock.begin(steps.chart(bob), NORTH).orElseThrow();
            assertThat(unlock.enter(steps.chart(anna), NORTH, annas.signs(forBob)))
                    .as("not asked here")
                    .isEmpty();
            assertThat(ElevatedChart.of(steps.chart(anna))).isEmpty();

            var again = unlock.begin(steps.chart(anna), NORTH).orElseThrow();
            assertThat(unlock.enter(steps.chart(anna), NORTH, annas.signs(again)))
                    .contains(clock.instant().plus(Duration.ofMinutes(30)));
            assertThat(ElevatedChart.of(steps.chart(anna))).isPresent();
            assertThat(ElevatedChart.of(steps.chart(bob))).isEmpty();
        });
    }

    @Test
    void aRemovedPasskeySignsNobodyInAndItsSessionsEnd() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var phone = phone(anna);
            var onThePhone = signsIn(phone).orElseThrow().token();
            var key = passkeys.of(steps.chart(anna)).getFirst().id();
            var bob = signedIn("bob@example.org");

            assertThat(passkeys.remove(steps.chart(bob), key))
                    .as("it is not Bob's")
                    .isFalse();
            assertThat(sessions.chart(onThePhone)).isPresent();
            assertThat(passkeys.remove(steps.chart(anna), key)).isTrue();
            assertThat(passkeys.remove(steps.chart(anna), key)).isFalse();
            assertThat(sessions.chart(onThePhone)).isEmpty();
            assertThat(sessions.chart(anna)).isPresent();
            assertThat(signsIn(phone)).isEmpty();
        });
    }

    @Test
    void aPasskeyHasANameAndIsOfOneAccount() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var phone = new Device(NORTH, "phone");
            assertThat(steps.add(anna, phone.creates(steps.options(anna)), " "))
                    .isEqualTo(new PasskeyAdded.NameNeeded());
            assertThat(steps.add(anna, phone.creates(steps.options(anna)), "x".repeat(61)))
                    .isEqualTo(new PasskeyAdded.NameNeeded());
            assertThat(steps.add(anna, phone.creates(steps.options(anna)), "My phone"))
                    .isEqualTo(new PasskeyAdded.Added());
            assertThat(steps.add(anna, phone.creates(steps.options(anna)), "Again"))
                    .isEqualTo(new PasskeyAdded.Refused());

            var bob = signedIn("bob@example.org");
            var forAnna = steps.options(anna);
            assertThat(steps.add(bob, new Device(NORTH, "bobs").creates(forAnna), "Bob’s"))
                    .isEqualTo(new PasskeyAdded.Refused());
            assertThat(steps.options(anna)).contains("\"excludeCredentials\":[{");
            assertThat(steps.options(bob)).contains("\"excludeCredentials\":[]");
        });
    }

    @Test
    void whatBecomesOfOneIsInTheLogAndToldToItsOwner() {
        inNorth(() -> {
            var anna = signedIn(ANNA);
            var phone = phone(anna).signed(7);
            signsIn(phone);
            signsIn(phone);
            passkeys.remove(
                    steps.chart(anna), passkeys.of(steps.chart(anna)).getFirst().id());

            assertThat(clinic.texts("""
                    select actor_name || ' ' || action || ' ' || detail::text from __tenant__.audit_entry
                     where action like 'passkey-%' order by id"""))
                    .containsExactly(
                            "Anna Lee passkey-added [{\"After\": \"My phone\"}]",
                            "Sign-in passkey-refused [{\"Passkey\": \"My phone\"}]",
                            "Anna Lee passkey-removed [{\"Before\": \"My phone\"}]");
            assertThat(news()).containsExactly("A passkey was added", "A passkey was refused", "A passkey was removed");
        });
    }

    @Test
    void allVerifiedAddressesAreToldAndNoOthers() {
        inNorth(() -> {
            var patient = clinic.patient("Anna", ANNA, "");
            var anna = clinic.signIn(ANNA);
            clinic.configure(patient, ANNA, "07400 123456");
            phone(anna);
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'passkey'"))
                    .containsExactly(ANNA);

            clinic.run("update __tenant__.credential set verified_at = added_at");
            passkeys.remove(
                    steps.chart(anna), passkeys.of(steps.chart(anna)).getFirst().id());
            assertThat(clinic.texts("select recipient from __tenant__.message where about_kind = 'passkey'"))
                    .containsExactlyInAnyOrder(ANNA, ANNA, "+447400123456");
        });
    }

    private List<String> news() {
        return clinic.texts("""
                select content ->> 'heading' from __tenant__.message
                 where about_kind = 'passkey' order by created_at, content ->> 'heading'""");
    }

    private SessionToken signedIn(String email) {
        clinic.patient("Anna", email, "");
        return clinic.signIn(email);
    }

    private SessionToken signedInAgain() {
        clock.advance(Duration.ofMinutes(11));
        return clinic.signIn(ANNA);
    }

    private Device phone(SessionToken session) {
        long there = clinic.sql("select count(*) from __tenant__.passkey");
        return steps.phone(session, there == 0 ? "phone" : "phone" + there);
    }

    private Optional<Entered.SignedIn> signsIn(Device device) {
        clinic.run("delete from __tenant__.sign_in_cap");
        var asked = steps.ask();
        return steps.enter(asked.browser(), device.signs(asked.options()));
    }
}
