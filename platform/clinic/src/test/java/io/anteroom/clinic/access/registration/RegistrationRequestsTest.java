package io.anteroom.clinic.access.registration;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static io.anteroom.clinic.access.registration.RegistrationSteps.ANNA;
import static io.anteroom.clinic.access.registration.RegistrationSteps.APPLICANT;
import static io.anteroom.clinic.access.registration.RegistrationSteps.BORN;
import static io.anteroom.clinic.access.registration.RegistrationSteps.askedFrom;
import static io.anteroom.clinic.access.registration.RegistrationSteps.email;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.link.Identified;
import io.anteroom.clinic.access.link.LinkKind;
import io.anteroom.clinic.access.link.LinkVisits;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.Plan;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff decide about accounts that people opened. */
@AccessTest
class RegistrationRequestsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    RegistrationSteps steps;

    @Autowired
    Registrations registrations;

    @Autowired
    RegistrationRequests requests;

    @Autowired
    PatientLinks links;

    @Autowired
    LinkVisits visits;

    @Autowired
    SignIns signIns;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Test
    void aClosedAccountIsNotJoined() {
        inNorth(() -> {
            var anna = steps.patientLike(APPLICANT);
            steps.register(ANNA);
            var account = steps.open().getFirst().account();
            clinic.run("update __tenant__.portal_account set closed_at = now()");

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.joinNew(account, details -> anna, ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.refuse(account, "No", ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(clinic.sql("select count(*) from __tenant__.access_grant"))
                    .isZero();
        });
    }

    @Test
    void whatThePersonEnteredIsToldFromWhatStoodOnTheRecord() {
        inNorth(() -> {
            var anna = steps.patientLike(APPLICANT);
            steps.register(ANNA);
            requests.join(steps.open().getFirst().account(), anna, ROSA);
            assertThat(requests.enteredBy(anna)).containsExactly(email(ANNA));

            clinic.run("update __tenant__.patient set email = 'anna@example.org', created_at = '2020-01-01'");
            assertThat(requests.enteredBy(anna)).isEmpty();
            clinic.run("update __tenant__.patient set created_at = '2030-01-01'");
            assertThat(requests.enteredBy(anna))
                    .as("the record was made of what the person said")
                    .containsExactly(email(ANNA));

            var ben = clinic.patient("Ben", "ben@example.org", "");
            assertThat(requests.enteredBy(ben)).as("staff set it").isEmpty();
        });
        inSouth(() -> assertThat(requests.enteredBy(new PatientId(1))).isEmpty());
    }

    @Test
    void staffJoinTheAccountToARecordWithLimitedAccessAndOnlyOnce() {
        inNorth(() -> {
            var anna = steps.patientLike(APPLICANT);
            var token = steps.register(ANNA);
            var account = steps.open().getFirst().account();

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.Joined(anna));
            assertThat(requests.join(account, anna, ROSA)).isInstanceOf(Decided.Before.class);
            assertThat(requests.refuse(account, "No", ROSA)).isInstanceOf(Decided.Before.class);

            assertThat(sessions.chart(token).orElseThrow().patients())
                    .singleElement()
                    .satisfies(patient -> {
                        assertThat(patient.id()).isEqualTo(anna);
                        assertThat(patient.level()).isEqualTo(AccessLevel.LIMITED);
                    });
            assertThat(steps.open()).isEmpty();
            assertThat(requests.find(account).orElseThrow().decidedBy()).isEqualTo("Rosa Reception");
            assertThat(clinic.texts("select action from __tenant__.audit_entry where actor_id = 'rosa' order by id"))
                    .endsWith("access-granted", "registration-joined");
        });
    }

    @Test
    void aPatientWhoSignsInAlreadyIsNotJoinedToASecondAccount() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "other@example.org", "");
            steps.register(ANNA);
            var account = steps.open().getFirst().account();

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.HasAccount());
            assertThat(requests.join(account, new PatientId(99), ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(requests.join(new AccountId(99), anna, ROSA)).isEqualTo(new Decided.Nothing());
            assertThat(steps.open()).hasSize(1);
        });
    }

    @Test
    void aNewPatientIsMadeOfWhatThePersonSaid() {
        inNorth(() -> {
            steps.register(ANNA);
            var account = steps.open().getFirst().account();

            var decided = requests.joinNew(
                    account,
                    details -> {
                        assertThat(details.familyName()).isEqualTo("LEE");
                        assertThat(details.email()).isNotNull();
                        return clinic.patient("Anna");
                    },
                    ROSA);

            assertThat(decided).isEqualTo(new Decided.Joined(new PatientId(1)));
            assertThat(requests.joinNew(account, details -> new PatientId(2), ROSA))
                    .isInstanceOf(Decided.Before.class);
        });
    }

    @Test
    void whoIsRefusedIsToldSoAndSeesTheWord() {
        inNorth(() -> {
            var token = steps.register(ANNA);
            var account = steps.open().getFirst().account();

            assertThat(requests.refuse(account, "Please call us.", ROSA)).isEqualTo(new Decided.Refused());

            var viewer = sessions.chart(token).orElseThrow().viewer();
            assertThat(registrations.of(viewer).orElseThrow())
                    .returns(Registration.State.REFUSED, Registration::state)
                    .returns("Please call us.", Registration::word);
            assertThat(clinic.texts("select content ->> 'subject' from __tenant__.message order by id"))
                    .contains("Your account at North Clinic");
        });
    }

    @Test
    void anAccessLinkDecidesTheRequestToo() {
        inNorth(() -> {
            var anna = steps.patientLike(APPLICANT);
            steps.register(ANNA);
            clock.advance(Duration.ofMinutes(11));
            var link = links.make(anna, LinkKind.ACCESS, ROSA).orElseThrow();
            var identified = (Identified.Fine) visits.identify(link, email(ANNA), BORN);
            var browser = browser(signIns.ask(email(ANNA), identified.errand(), askedFrom()));
            clinic.send(8);

            assertThat(clinic.enter(browser, 8)).isInstanceOf(Entered.SignedIn.class);
            assertThat(steps.open()).isEmpty();
            assertThat(clinic.texts("select state from __tenant__.registration"))
                    .containsExactly("joined");
        });
    }

    @Test
    void whoWaitsComesInPagesAndNobodyIsPassedOverWhileOthersAreDecidedOn() {
        inNorth(() -> {
            clinic.run("""
                    insert into __tenant__.portal_account (created_at, origin, holder_name)
                    select now(), 'registration', 'x' from generate_series(1, 120)""");
            clinic.run("""
                    insert into __tenant__.registration (account_id, given_name, family_name, birth_date, family_key, given_key,
                           channel, value, made_at, state)
                    select n, 'N', 'N', date '1980-03-27', 'n', 'n', 'email', 'n' || n || '@example.org',
                           timestamptz '2026-11-20 09:00:00+00' + (n / 10) * interval '1 minute', 'open'
                      from generate_series(1, 120) n""");

            var first = requests.open(Optional.empty());
            clinic.run("update __tenant__.registration set state = 'refused', decided_at = now(), decided_by = 'x',"
                    + " word = 'x' where account_id in (1, 7, " + first.next().orElseThrow() + ")");
            var second = requests.open(first.next());
            var third = requests.open(second.next());

            assertThat(numbers(first)).containsExactlyElementsOf(numbers(1, 50));
            assertThat(numbers(second)).containsExactlyElementsOf(numbers(51, 100));
            assertThat(numbers(third)).containsExactlyElementsOf(numbers(101, 120));
            assertThat(third.next()).isEmpty();
            assertThat(numbers(requests.open(Optional.of(new AccountId(Long.MAX_VALUE)))))
                    .as("a number of nobody's begins anew")
                    .hasSize(50)
                    .doesNotContain(1L, 7L);
        });
    }

    @Test
    void aPhoneNumberIsFoundInWhicheverFieldOfARecordItStands() {
        inNorth(() -> {
            for (var field : List.of("mobile", "home_phone", "phone", "mobile")) {
                clinic.run("update __tenant__.patient set " + field + " = '+447400123456',"
                        + " search = cast($$'#447400123456' '#7400123456'$$ as tsvector) where id = "
                        + clinic.patient("Ben"));
            }
            clinic.run("update __tenant__.patient set mobile = '+447400123457' where id = 4");
            clinic.patient("Cat");
            var anna = new Registration(
                    new AccountId(1),
                    APPLICANT,
                    SignInAddress.read("07400 123456", "GB").orElseThrow(),
                    AccountOrigin.REGISTRATION,
                    clock.instant(),
                    Registration.State.OPEN,
                    null,
                    null,
                    null);

            assertThat(requests.matches(anna))
                    .filteredOn(PossibleMatch::sameContact)
                    .extracting(match -> match.patient().value())
                    .containsExactly(1L, 2L, 3L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void matchesAreFoundByIndexes(CredentialChannel channel) {
        // Of a few rows PostgreSQL may take any index, and read them all.
        inNorth(() -> clinic.run("""
                    insert into __tenant__.patient (version, given_name, family_name, birth_date, email, mobile, family_key,
                                                    given_key, search, created_at, changed_at, changed_by)
                    select 0, 'Given' || n, 'Family' || n, date '1980-01-01' + n, n || '@patients.example', '+4474' || 10000000 + n,
                           'family' || n, 'given' || n, to_tsvector('simple', 'given' || n), now(), now(), 'Rosa'
                      from generate_series(1, 2000) n"""));
        Plan.analyze("patient");
        var plan = Plan.of(
                RegistrationRows.matching(channel),
                Map.of(
                        "family", "'lee'",
                        "given", "'anna'",
                        "born", "date '1980-03-27'",
                        "value", "'x'",
                        "number", "'x'",
                        "most", "10"));
        assertThat(plan)
                .anyMatch(line -> line.contains("patient_by_name"))
                .anyMatch(line ->
                        line.contains(channel == CredentialChannel.EMAIL ? "patient_by_email" : "patient_by_search"))
                .noneMatch(line -> line.contains("Seq Scan on patient"));
    }

    @Test
    void oneClinicsRequestsAreNotAnothers() {
        inNorth(() -> steps.register(ANNA));
        inSouth(() -> {
            steps.patientLike(APPLICANT);
            assertThat(steps.open()).isEmpty();
            assertThat(requests.find(new AccountId(1))).isEmpty();
            assertThat(requests.possiblyOf(new PatientId(1))).isEmpty();
        });
    }

    private static List<Long> numbers(RegistrationPage page) {
        return page.rows().stream().map(row -> row.account().value()).toList();
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
