package io.anteroom.clinic.access.password;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.password.PasswordDoor.Knock;
import io.anteroom.clinic.access.password.PasswordRows.Known;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Gate;
import io.anteroom.testing.Tenants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passwords while something else happens to their account at the same moment. */
@AccessTest
class PasswordsAtOnceTest {

    private static final String ANNA = "anna@example.org";
    private static final String OTTERS = "four otters drink tea";
    private static final AskedFrom HERE =
            new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null);
    private static final String GEESE = "six geese read the news";

    @Autowired
    Clinic clinic;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    PasswordDoor door;

    @Autowired
    Sessions sessions;

    @Autowired
    SimpleMeterRegistry meters;

    private record Anna(PatientId patient, VisibleChart chart) {}

    @Test
    void twoRightOnesAtOnceBothGetIn() {
        CurrentTenant.call(Tenants.north(), this::anna);
        var known = CurrentTenant.call(Tenants.north(), this::knock);

        try (var gate = new Gate("select sole from __tenant__.portal_settings for update")) {
            var phone = gate.start(() -> door.admit(address(), known, "Phone"));
            var laptop = gate.start(() -> door.admit(address(), known, "Laptop"));
            gate.open();
            assertThat(Gate.answer(phone)).isPresent();
            assertThat(Gate.answer(laptop)).isPresent();
        }
    }

    @Test
    void eachTryIsCounted() {
        inNorth(() -> {
            anna();
            double in = tries("signed_in");
            double wrong = tries("wrong");
            assertThat(enter(OTTERS)).isInstanceOf(PasswordTried.SignedIn.class);
            assertThat(enter(GEESE)).isInstanceOf(PasswordTried.Wrong.class);
            assertThat(tries("signed_in")).isEqualTo(in + 1);
            assertThat(tries("wrong")).isEqualTo(wrong + 1);
        });
    }

    @Test
    void whoSetsOneWhileStaffGiveTheAccountAnotherAddressWaitsAndThenSetsNone() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);

        try (var gate = new Gate("select device from __tenant__.portal_session for update")) {
            var change = gate.start(() -> clinic.configure(anna.patient(), "right@example.org", ""));
            var set = gate.start(() -> passwords.set(anna.chart(), GEESE, false));
            gate.open();
            assertThat(Gate.answer(change)).isEqualTo(new Configured.Saved());
            assertThat(Gate.answer(set)).isNotEqualTo(new PasswordSaved.Saved());
        }
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.account_password"))
                .isZero());
    }

    @Test
    void whoEntersACodeWhileAPasswordOfTwoStepsIsSetIsInNowhereByTheCodeAlone() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);
        var browser = CurrentTenant.call(Tenants.north(), () -> {
            clinic.run("update __tenant__.authentication_settings set short_passwords = true");
            return clinic.askAndSend(ANNA, 5);
        });

        try (var gate = new Gate("select id from __tenant__.portal_account for update")) {
            var set = gate.start(() -> passwords.set(anna.chart(), "otter tea", true));
            var entered = gate.start(() -> clinic.enter(browser, 5));
            gate.open();
            assertThat(Gate.answer(set)).isEqualTo(new PasswordSaved.Saved());
            assertThat(Gate.answer(entered)).isInstanceOfAny(Entered.SignedIn.class, Entered.PasswordNext.class);
        }
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.portal_session where ended_at is null"))
                .as("sessions but the one that set it")
                .isEqualTo(1));
    }

    private Anna anna() {
        var patient = clinic.patient("Anna", ANNA, "");
        clinic.run("update __tenant__.authentication_settings set passwords = true");
        var chart = sessions.chart(clinic.signIn(ANNA)).orElseThrow();
        assertThat(passwords.set(chart, OTTERS, false)).isEqualTo(new PasswordSaved.Saved());
        return new Anna(patient, chart);
    }

    private Known knock() {
        return ((Knock.Heard) door.knock(address(), HERE)).known().orElseThrow();
    }

    private PasswordTried enter(String password) {
        return signIn.enter(address(), password, HERE, "Firefox on Linux");
    }

    private double tries(String outcome) {
        return meters.counter("anteroom.signin.otherwise", "method", "password", "outcome", outcome)
                .count();
    }

    private static SignInAddress address() {
        return SignInAddress.email(ANNA).orElseThrow();
    }
}
