package io.anteroom.clinic.access.passkey;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Gate;
import io.anteroom.testing.Tenants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys while something else happens to their account at the same moment, and how many there may be. */
@AccessTest
class PasskeysAtOnceTest {

    private static final String ANNA = "anna@example.org";
    private static final PortalHost NORTH = new PortalHost("north.anteroom.example", "https://north.anteroom.example");
    private static final String SESSIONS = "select device from __tenant__.portal_session for update";

    @Autowired
    Clinic clinic;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeySignIn signIn;

    @Autowired
    PasskeyUnlock unlock;

    @Autowired
    Sessions sessions;

    @Autowired
    SimpleMeterRegistry meters;

    private record Anna(PatientId patient, SessionToken session, Device device) {}

    @Test
    void whoSignsInWhileStaffTakeTheAddressAwayWaitsAndThenGetsInNowhere() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);
        var asked = CurrentTenant.call(Tenants.north(), this::ask);

        try (var gate = new Gate(SESSIONS)) {
            var removal = gate.start(() -> clinic.configure(anna.patient(), "right@example.org", ""));
            var entered = gate.start(() ->
                    signIn.enter(asked.browser(), NORTH, anna.device().signs(asked.options()), "Safari on iPhone"));
            gate.open();
            assertThat(Gate.answer(removal)).isEqualTo(new Configured.Saved());
            assertThat(Gate.answer(entered)).isEmpty();
        }
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.portal_session where ended_at is null"))
                .isZero());
    }

    @Test
    void whoOpensRecordsMeanwhileWaitsToo() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);
        var chart = CurrentTenant.call(Tenants.north(), () -> chart(anna.session()));
        var options = CurrentTenant.call(
                Tenants.north(), () -> unlock.begin(chart, NORTH).orElseThrow());

        try (var gate = new Gate(SESSIONS)) {
            var removal = gate.start(() -> clinic.configure(anna.patient(), "right@example.org", ""));
            var opened =
                    gate.start(() -> unlock.enter(chart, NORTH, anna.device().signs(options)));
            gate.open();
            assertThat(Gate.answer(removal)).isEqualTo(new Configured.Saved());
            assertThat(Gate.answer(opened)).isEmpty();
        }
    }

    @Test
    void whoRemovesOneMeanwhileWaitsTooAndFindsItGone() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);
        var chart = CurrentTenant.call(Tenants.north(), () -> chart(anna.session()));
        var key = CurrentTenant.call(
                Tenants.north(), () -> passkeys.of(chart).getFirst().id());

        try (var gate = new Gate(SESSIONS)) {
            var removal = gate.start(() -> clinic.configure(anna.patient(), "right@example.org", ""));
            var removed = gate.start(() -> passkeys.remove(chart, key));
            gate.open();
            assertThat(Gate.answer(removal)).isEqualTo(new Configured.Saved());
            assertThat(Gate.answer(removed)).as("it went with the address").isFalse();
        }
    }

    @Test
    void twentyAreEnough() {
        inNorth(() -> {
            var anna = anna();
            clinic.run("""
                    insert into __tenant__.passkey (account_id, host, name, credential_id, attested, sign_count, backup_eligible,
                           backed_up, added_at)
                    select p.account_id, p.host, 'Key ' || n, sha256(cast(cast(n as text) as bytea)), p.attested, 0, false, false, p.added_at
                      from __tenant__.passkey p cross join generate_series(1, 18) n""");
            var elevated = elevated(anna.session());
            var first = passkeys.begin(elevated, NORTH).orElseThrow();
            var second = passkeys.begin(elevated, NORTH).orElseThrow();
            assertThat(passkeys.add(elevated, NORTH, new Device(NORTH, "twentieth").creates(first), "Tablet"))
                    .isEqualTo(new PasskeyAdded.Added());
            assertThat(passkeys.add(elevated, NORTH, new Device(NORTH, "one more").creates(second), "Laptop"))
                    .isEqualTo(new PasskeyAdded.Full());
            assertThat(passkeys.begin(elevated, NORTH)).isEmpty();
            assertThat(passkeys.of(chart(anna.session()))).hasSize(Passkeys.MOST);
        });
    }

    @Test
    void eachTryIsCounted() {
        inNorth(() -> {
            double in = tries("signed_in");
            double refused = tries("refused");
            var anna = anna();
            var asked = ask();
            signIn.enter(asked.browser(), NORTH, anna.device().signs(asked.options()), "Safari on iPhone");
            signIn.enter(asked.browser(), NORTH, "{}", "Safari on iPhone");
            assertThat(tries("signed_in")).isEqualTo(in + 1);
            assertThat(tries("refused")).isEqualTo(refused + 1);
        });
    }

    private double tries(String outcome) {
        return meters.counter("anteroom.signin.otherwise", "method", "passkey", "outcome", outcome)
                .count();
    }

    private ElevatedChart elevated(SessionToken session) {
        clinic.run("update __tenant__.portal_session set elevated_until = expires_at");
        return ElevatedChart.of(chart(session)).orElseThrow();
    }

    private Anna anna() {
        var patient = clinic.patient("Anna", ANNA, "");
        var session = clinic.signIn(ANNA);
        var device = new Device(NORTH, "phone");
        assertThat(add(session, device, "My phone")).isEqualTo(new PasskeyAdded.Added());
        return new Anna(patient, session, device);
    }

    private PasskeyAdded add(SessionToken session, Device device, String name) {
        var elevated = elevated(session);
        return passkeys.add(
                elevated, NORTH, device.creates(passkeys.begin(elevated, NORTH).orElseThrow()), name);
    }

    private VisibleChart chart(SessionToken session) {
        return sessions.chart(session).orElseThrow();
    }

    private PasskeyRequest.Ask ask() {
        var here = new AskedFrom(NORTH.name(), InetAddress.ofLiteral("192.0.2.9"), null);
        return (PasskeyRequest.Ask) signIn.begin(here, NORTH);
    }
}
