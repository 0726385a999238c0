package io.anteroom.clinic.access;

import static io.anteroom.testing.AtOnce.atOnce;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.Configured.Reason;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class ConcurrentAccessTest {

    @Autowired
    Clinic clinic;

    @RepeatedTest(5)
    void twoTabsThatEnterTheSameCodeAtOnceGetOneSession() throws Exception {
        var browser = CurrentTenant.call(Tenants.north(), () -> {
            clinic.patient("Anna", "anna@example.org", "");
            return clinic.askAndSend("anna@example.org", 1);
        });

        var answers = atOnce(() -> clinic.enter(browser, 1), () -> clinic.enter(browser, 1));

        assertThat(answers.get(0)).isInstanceOf(Entered.SignedIn.class).isEqualTo(answers.get(1));
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                .isEqualTo(1));
    }

    @RepeatedTest(5)
    void guessesSentAtOnceAreCountedOneByOne() throws Exception {
        var browser = CurrentTenant.call(Tenants.north(), () -> {
            clinic.patient("Anna", "anna@example.org", "");
            return clinic.askAndSend("anna@example.org", 1);
        });

        var answers = atOnce(IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Entered>) () -> clinic.enter(browser, 900_000 + i))
                .toList());

        assertThat(answers)
                .containsExactlyInAnyOrder(
                        new Entered.Wrong(2),
                        new Entered.Wrong(1),
                        new Entered.Burned(),
                        new Entered.Burned(),
                        new Entered.Burned(),
                        new Entered.Burned());
    }

    @RepeatedTest(5)
    void requestsSentAtOnceDoNotGetMoreThanThreeCodes() throws Exception {
        var answers = atOnce(IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Asked>) () -> clinic.ask("anna@example.org"))
                .toList());

        assertThat(answers).filteredOn(Asked.OnItsWay.class::isInstance).hasSize(3);
        assertThat(answers).filteredOn(Asked.Wait.class::isInstance).hasSize(3);
    }

    @RepeatedTest(5)
    void ofTwoStaffWhoGiveTwoPatientsTheSameAddressOneLosesAndSeesWhoHoldsIt() throws Exception {
        var patients =
                CurrentTenant.call(Tenants.north(), () -> List.of(clinic.patient("Anna"), clinic.patient("Bob")));

        var answers = atOnce(
                () -> clinic.configure(patients.get(0), "lee@example.org", ""),
                () -> clinic.configure(patients.get(1), "lee@example.org", ""));

        assertThat(answers).filteredOn(new Configured.Saved()::equals).hasSize(1);
        int winner = answers.indexOf(new Configured.Saved());
        var holder = new Holder(patients.get(winner), winner == 0 ? "Anna Lee" : "Bob Lee");
        assertThat(answers)
                .contains(new Configured.Refused(List.of(new Reason.Taken(CredentialChannel.EMAIL, holder))));
    }

    @RepeatedTest(5)
    void twoStaffWhoSetUpOnePatientOpenOneAccount() throws Exception {
        var anna = CurrentTenant.call(Tenants.north(), () -> clinic.patient("Anna"));

        var answers = atOnce(
                () -> clinic.configure(anna, "lee@example.org", ""),
                () -> clinic.configure(anna, "lee@example.org", ""));

        assertThat(answers).containsOnly(new Configured.Saved());
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                .isEqualTo(1));
    }

    @RepeatedTest(10)
    void twoStaffWhoSwapTheAddressesOfTwoPatientsAtOnceAreBothToldWhoHoldsThem() throws Exception {
        var patients = CurrentTenant.call(
                Tenants.north(),
                () -> List.of(
                        clinic.patient("Anna", "anna@example.org", "07400 123456"),
                        clinic.patient("Bob", "bob@example.org", "07400 123457")));

        var answers = atOnce(
                () -> clinic.configure(patients.get(0), "bob@example.org", "07400 123457"),
                () -> clinic.configure(patients.get(1), "anna@example.org", "07400 123456"));

        assertThat(answers)
                .containsExactly(refusedFor(patients.get(1), "Bob Lee"), refusedFor(patients.get(0), "Anna Lee"));
    }

    private static Configured refusedFor(PatientId patient, String name) {
        var holder = new Holder(patient, name);
        return new Configured.Refused(List.of(
                new Reason.Taken(CredentialChannel.EMAIL, holder), new Reason.Taken(CredentialChannel.MOBILE, holder)));
    }
}
