package io.anteroom.clinic.access.authentication;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.authentication.Consequences.Ages;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.AgesMoved;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.patient.BirthDateChanged;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.StillHolds;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@AccessTest
@RecordApplicationEvents
class AuthenticationSetupTest {

    private static final Set<CredentialChannel> TEXTS = Set.of(CredentialChannel.MOBILE);
    private static final Ages NO_AGES = new Ages(0, 0, 0, 0, 0, 0, null);
    private static final GrantTerms PARENT =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, AccessScope.all(), null);

    @Autowired
    Clinic clinic;

    @Autowired
    Authentication authentication;

    @Autowired
    AuthenticationSetup setup;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Sessions sessions;

    @Autowired
    List<StillHolds> stillHolds;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    @Test
    void whatIsSavedHoldsAtThisClinicAloneAndIsInTheLogWithBeforeAndAfter() {
        inNorth(() -> {
            var wanted = new AuthenticationSettings(
                    AccountModel.ONE_PATIENT_PER_ACCOUNT,
                    false,
                    Set.of(CredentialChannel.values()),
                    true,
                    true,
                    false,
                    true,
                    Duration.ofMinutes(45),
                    Duration.ofHours(8),
                    false,
                    new AgeRule(12, null));

            assertThat(save(wanted, "")).isEqualTo(new Saving.Saved());
            assertThat(authentication.settings()).isEqualTo(wanted);
            assertThat(save(wanted, "")).isEqualTo(new Saving.NothingNew());
            assertThat(
                            clinic.texts(
                                    "select actor_name || detail::text from __tenant__.audit_entry where action = 'authentication-changed'"))
                    .singleElement()
                    .asString()
                    .startsWith("Rosa Reception")
                    .contains(
                            "\"Session length\": \"24 h → 8 h\"",
                            "\"Passwords\": \"off → on\"",
                            "\"Parents’ access limited from\": \"no age → 12 years\"")
                    .doesNotContain("Codes by");
        });
        inSouth(() -> assertThat(authentication.settings().session()).isEqualTo(Duration.ofHours(24)));
    }

    @Test
    void whoSavesOverSettingsTheyHaveNotSeenIsTold() {
        inNorth(() -> {
            var seen = SettingsWords.fingerprint(authentication.settings());
            save(session(8), "");

            assertThat(setup.save(new SettingsChange(seen, session(9), ""), ROSA))
                    .isEqualTo(new Saving.Meanwhile());
            assertThat(setup.save(new SettingsChange(seen, session(8), ""), ROSA))
                    .as("wanting the same loses nothing")
                    .isEqualTo(new Saving.NothingNew());
            assertThat(authentication.settings().session()).isEqualTo(Duration.ofHours(8));
        });
    }

    @Test
    void aSwitchedAccountModelIsInNobodysWay() {
        inNorth(() -> {
            var seen = SettingsWords.fingerprint(authentication.settings());
            families();

            assertThat(setup.save(new SettingsChange(seen, session(8), ""), ROSA))
                    .isEqualTo(new Saving.Saved());
            assertThat(authentication.settings().model()).isEqualTo(AccountModel.FAMILY_ACCOUNTS);
        });
    }

    @Test
    void aLengthOfSessionsCountsForThoseThatBeginFromThenOn() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var before = clinic.signIn("anna@example.org");
            save(session(1), "");
            clock.advance(Duration.ofMinutes(11));
            var after = clinic.signIn("anna@example.org");

            clock.advance(Duration.ofHours(1));
            assertThat(sessions.chart(before)).isPresent();
            assertThat(sessions.chart(after)).isEmpty();
        });
    }

    @Test
    void whoWouldLoseTheirOnlyAddressIsCountedAndNothingIsSavedBeforeThatIsAgreedTo() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.patient("Bob", "bob@example.org", "07400 123456");
            clinic.patient("Cleo", "", "07400 123457");

            var asked = save(codesTo(TEXTS), "");
            assertThat(asked).isEqualTo(new Saving.ToConfirm(new Consequences(1, NO_AGES)));
            assertThat(authentication.settings().codesTo()).hasSize(2);

            clinic.patient("Dora", "dora@example.org", "");
            var told = ((Saving.ToConfirm) asked).consequences().fingerprint();
            assertThat(save(codesTo(TEXTS), told))
                    .as("somebody else would lose it too by now")
                    .isEqualTo(new Saving.ToConfirm(new Consequences(2, NO_AGES)));
            assertThat(confirmed(codesTo(TEXTS))).isEqualTo(new Saving.Saved());
            assertThat(authentication.settings().codesTo()).isEqualTo(TEXTS);
        });
    }

    @Test
    void noCodeGoesWhereTheClinicHasSwitchedItOffAndNoAnswerTellsWhoIsKnown() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "07400 123456");
            var session = clinic.signIn("07400 123456");
            clinic.askAndSend("anna@example.org", 1);
            long sent = clinic.sql("select max(id) from __tenant__.one_time_code");
            clinic.ask("anna@example.org");
            assertThat(isStillSent(sent)).isTrue();

            assertThat(confirmed(codesTo(TEXTS))).isEqualTo(new Saving.Saved());

            assertThat(isStillSent(sent))
                    .as("one that was made is not handed over")
                    .isFalse();
            long messages = clinic.sql("select count(*) from __tenant__.message");
            clinic.send(2);
            assertThat(clinic.sql("select count(*) from __tenant__.message"))
                    .as("one that was asked for is not made")
                    .isEqualTo(messages);
            statements.reset();
            assertThat(clinic.ask("anna@example.org")).isEqualTo(new Asked.NotSentThere());
            var known = statements.statements();
            statements.reset();
            assertThat(clinic.ask("nobody@example.org")).isEqualTo(new Asked.NotSentThere());
            assertThat(statements.statements()).isEqualTo(known).noneMatch(sql -> sql.contains("credential"));
            assertThat(clinic.ask("07400 123456")).isInstanceOf(Asked.OnItsWay.class);
            assertThat(sessions.chart(session)).as("who is signed in stays so").isPresent();
        });
        inSouth(() -> assertThat(clinic.ask("anna@example.org")).isInstanceOf(Asked.OnItsWay.class));
    }

    @Test
    void askingForAnotherCodeIsRefusedOnceTheWayIsSwitchedOff() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "07400 123456");
            var browser = clinic.askAndSend("anna@example.org", 1);
            confirmed(codesTo(TEXTS));
            clock.advance(Duration.ofMinutes(1));

            assertThat(clinic.askAgain(browser)).isEqualTo(new Asked.NotSentThere());
        });
    }

    @Test
    void aRuleOfAgesIsAgreedToByNumberAndThenHoldsForEveryParent() {
        inNorth(() -> {
            families();
            var parent = clinic.patient("Petra", "petra@example.org", "");
            child(parent, "Baby", "2024-12-01", PARENT);
            child(parent, "Ten", "2016-06-15", PARENT);
            child(parent, "Twelve", "2014-03-01", PARENT);
            child(parent, "Seventeen", "2009-03-01", PARENT);
            child(parent, "Cared", "2009-03-01", with(Relationship.CARER, AccessLevel.FULL));
            child(parent, "Narrow", "2014-03-01", with(Relationship.PARENT, AccessLevel.LIMITED));
            var token = clinic.signIn("petra@example.org");

            var asked = save(ages(12, 16), "");
            assertThat(asked)
                    .isEqualTo(new Saving.ToConfirm(new Consequences(
                            0,
                            new Ages(
                                    1,
                                    1,
                                    0,
                                    0,
                                    2,
                                    4,
                                    Instant.parse("2028-06-15T00:00:00Z").minus(Duration.ofHours(1))))));
            assertThat(confirmed(ages(12, 16))).isEqualTo(new Saving.Saved());

            assertThat(sessions.chart(token).orElseThrow().patients())
                    .extracting(patient -> patient.name() + " " + patient.level())
                    .containsExactly(
                            "Petra Lee FULL",
                            "Baby Lee FULL",
                            "Ten Lee FULL",
                            "Twelve Lee LIMITED",
                            "Cared Lee FULL",
                            "Narrow Lee LIMITED");
            assertThat(opened()).isEmpty();
        });
    }

    @Test
    void aRuleTakenBackOpensWhatItHadClosedAndTellsWhoseRecordsTheyAre() {
        inNorth(() -> {
            families();
            var parent = clinic.patient("Petra", "petra@example.org", "");
            var twelve = child(parent, "Twelve", "2014-03-01", PARENT);
            var seventeen = child(parent, "Seventeen", "2009-03-01", PARENT);
            confirmed(ages(12, 16));

            assertThat(save(ages(null, null), ""))
                    .isEqualTo(new Saving.ToConfirm(new Consequences(0, new Ages(0, 0, 1, 1, 0, 0, null))));
            confirmed(ages(null, null));

            assertThat(opened())
                    .containsExactly(
                            new AccessWidened(
                                    twelve,
                                    new AccountId(1),
                                    with(Relationship.PARENT, AccessLevel.LIMITED),
                                    PARENT,
                                    ROSA),
                            new AccessWidened(seventeen, new AccountId(1), null, PARENT, ROSA));
            assertThat(clinic.sql("""
                            select count(*) from __tenant__.access_grant
                             where limited_from is not null or ends_by_age is not null""")).isZero();
        });
    }

    @Test
    void aCorrectedBirthDateMovesTheDatesOfThatChildAlone() {
        inNorth(() -> {
            families();
            var parent = clinic.patient("Petra", "petra@example.org", "");
            var wrong = child(parent, "Cleo", "1914-03-01", PARENT);
            child(parent, "Ben", "2020-05-01", PARENT);
            confirmed(ages(12, 16));

            clinic.inTransaction(() -> {
                born(wrong, "2014-03-01");
                publisher.publishEvent(new BirthDateChanged(wrong, ROSA));
                return true;
            });

            assertThat(clinic.texts("""
                            select to_char(limited_from at time zone 'Europe/London', 'YYYY-MM-DD') || ' '
                                   || to_char(ends_by_age at time zone 'Europe/London', 'YYYY-MM-DD')
                              from __tenant__.access_grant where relationship = 'parent' order by id""")).containsExactly("2026-03-01 2030-03-01", "2032-05-01 2036-05-01");
            assertThat(opened())
                    .containsExactly(new AccessWidened(
                            wrong, new AccountId(1), null, with(Relationship.PARENT, AccessLevel.LIMITED), ROSA));
        });
    }

    /** Whose access opened more, by a rule of ages or a birth date. */
    private List<AccessWidened> opened() {
        return events.stream(AgesMoved.class)
                .flatMap(moved -> moved.opened().stream())
                .toList();
    }

    private boolean isStillSent(long code) {
        return clinic.inTransaction(() -> stillHolds.stream()
                .filter(one -> one.kind().equals(SignIns.CODES))
                .findFirst()
                .orElseThrow()
                .holds(Long.toString(code)));
    }

    private PatientId child(PatientId parent, String name, String born, GrantTerms terms) {
        var child = clinic.patient(name);
        clinic.inTransaction(() -> {
            born(child, born);
            return grants.give(accounts.of(parent).orElseThrow(), child, terms, ROSA);
        });
        clock.advance(Duration.ofMillis(1));
        return child;
    }

    private void born(PatientId patient, String day) {
        clinic.run("update __tenant__.patient set birth_date = '%s' where id = %d".formatted(day, patient.value()));
    }

    private static GrantTerms with(Relationship relationship, AccessLevel level) {
        return new GrantTerms(relationship, level, AccessScope.all(), null);
    }

    private Saving save(AuthenticationSettings wanted, String told) {
        var seen = SettingsWords.fingerprint(authentication.settings());
        return setup.save(new SettingsChange(seen, wanted, told), ROSA);
    }

    /** Saves, and agrees to what is asked back. */
    private Saving confirmed(AuthenticationSettings wanted) {
        var answer = save(wanted, "");
        return answer instanceof Saving.ToConfirm(var consequences) ? save(wanted, consequences.fingerprint()) : answer;
    }

    private AuthenticationSettings session(int hours) {
        return with(Set.of(CredentialChannel.values()), Duration.ofHours(hours), new AgeRule(null, null));
    }

    private AuthenticationSettings codesTo(Set<CredentialChannel> channels) {
        return with(channels, Duration.ofHours(24), new AgeRule(null, null));
    }

    private AuthenticationSettings ages(@Nullable Integer limitedFrom, @Nullable Integer endsAt) {
        return with(Set.of(CredentialChannel.values()), Duration.ofHours(24), new AgeRule(limitedFrom, endsAt));
    }

    private AuthenticationSettings with(Set<CredentialChannel> codesTo, Duration session, AgeRule parents) {
        var now = authentication.settings();
        return new AuthenticationSettings(
                now.model(),
                now.oneAccountPerRecord(),
                codesTo,
                now.passwords(),
                now.shortPasswords(),
                now.passkeys(),
                now.selfRegistration(),
                now.elevation(),
                session,
                now.patientsMayRevoke(),
                parents);
    }

    private void families() {
        clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
    }
}
