package io.anteroom.clinic.access.password;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AskedFrom;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.Configured;
import io.anteroom.clinic.access.Sessions;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Gate;
import io.anteroom.testing.Tenants;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passwords while something else happens to their account at the same moment. */
@AccessTest
class PasswordsAtOnceTest {

    private static final String ANNA = "anna@example.org";
    private static final String OTTERS = "four otters drink tea";
    private static final String GEESE = "six geese read the news";

    @Autowired
    Clinic clinic;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    Sessions sessions;

    private record Anna(PatientId patient, VisibleChart chart) {}

    @Test
    void twoRightOnesAtOnceBothGetIn() {
        CurrentTenant.call(Tenants.north(), this::anna);

        try (var gate = new Gate("select 'on' from __tenant__.portal_settings for update")) {
            var phone = gate.start(() -> enter("192.0.2.1"));
            var laptop = gate.start(() -> enter("192.0.2.2"));
            gate.open();
            assertThat(Gate.answer(phone)).isInstanceOf(PasswordTried.SignedIn.class);
            assertThat(Gate.answer(laptop)).isInstanceOf(PasswordTried.SignedIn.class);
        }
    }

    @Test
    void whoSetsOneWhileStaffGiveTheAccountAnotherAddressWaitsAndThenSetsNone() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);

        try (var gate = new Gate("select device from __tenant__.portal_session for update")) {
            var change = gate.start(() -> clinic.configure(anna.patient(), "right@example.org", ""));
            var set = gate.start(() -> passwords.set(anna.chart(), GEESE));
            gate.open();
            assertThat(Gate.answer(change)).isEqualTo(new Configured.Saved());
            assertThat(Gate.answer(set)).isNotEqualTo(new PasswordSaved.Saved());
        }
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.account_password"))
                .isZero());
    }

    private Anna anna() {
        var patient = clinic.patient("Anna", ANNA, "");
        clinic.run("update __tenant__.authentication_settings set passwords = true");
        var chart = sessions.chart(clinic.signIn(ANNA)).orElseThrow();
        assertThat(passwords.set(chart, OTTERS)).isEqualTo(new PasswordSaved.Saved());
        return new Anna(patient, chart);
    }

    private PasswordTried enter(String network) {
        return signIn.enter(
                SignInAddress.read(ANNA, "GB").orElseThrow(),
                OTTERS,
                new AskedFrom("north.anteroom.example", InetAddress.ofLiteral(network), null),
                "Firefox on Linux");
    }
}
