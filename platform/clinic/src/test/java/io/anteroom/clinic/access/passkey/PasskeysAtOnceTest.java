package io.anteroom.clinic.access.passkey;

import static io.anteroom.clinic.access.passkey.PasskeySteps.ANNA;
import static io.anteroom.clinic.access.passkey.PasskeySteps.NORTH;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Gate;
import io.anteroom.testing.Tenants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys while something else happens to their account at the same moment, and how many there may be. */
@AccessTest
class PasskeysAtOnceTest {

    private static final String SESSIONS = "select device from __tenant__.portal_session for update";

    @Autowired
    Clinic clinic;

    @Autowired
    PasskeySteps steps;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeyUnlock unlock;

    @Autowired
    SimpleMeterRegistry meters;

    private record Anna(PatientId patient, SessionToken session, Device device) {}

    @Test
    void whoSignsInWhileStaffTakeTheAddressAwayWaitsAndThenGetsInNowhere() {
        var anna = CurrentTenant.call(Tenants.north(), this::anna);
        var asked = CurrentTenant.call(Tenants.north(), steps::ask);

        try (var gate = new Gate(SESSIONS)) {
            var removal = gate.start(() -> clinic.configure(anna.patient(), "right@example.org", ""));
            var entered =
                    gate.start(() -> steps.enter(asked.browser(), anna.device().signs(asked.options())));
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
        var chart = CurrentTenant.call(Tenants.north(), () -> steps.chart(anna.session()));
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
        var chart = CurrentTenant.call(Tenants.north(), () -> steps.chart(anna.session()));
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
            var elevated = steps.elevated(anna.session());
            var first = passkeys.begin(elevated, NORTH).orElseThrow();
            var second = passkeys.begin(elevated, NORTH).orElseThrow();
            assertThat(passkeys.add(elevated, NORTH, new Device(NORTH, "twentieth").creates(first), "Tablet"))
                    .isEqualTo(new PasskeyAdded.Added());
            assertThat(passkeys.add(elevated, NORTH, new Device(NORTH, "one more").creates(second), "Laptop"))
                    .isEqualTo(new PasskeyAdded.Full());
            assertThat(passkeys.begin(elevated, NORTH)).isEmpty();
            assertThat(passkeys.of(steps.chart(anna.session()))).hasSize(Passkeys.MOST);
        });
    }

    @Test
    void eachTryIsCounted() {
        inNorth(() -> {
            double in = tries("signed_in");
            double refused = tries("refused");
            var anna = anna();
            var asked = steps.ask();
            steps.enter(asked.browser(), anna.device().signs(asked.options()));
            steps.enter(asked.browser(), "{}");
            assertThat(tries("signed_in")).isEqualTo(in + 1);
            assertThat(tries("refused")).isEqualTo(refused + 1);
        });
    }

    private double tries(String outcome) {
        return meters.counter("anteroom.signin.otherwise", "method", "passkey", "outcome", outcome)
                .count();
    }

    private Anna anna() {
        var patient = clinic.patient("Anna", ANNA, "");
        var session = clinic.signIn(ANNA);
        return new Anna(patient, session, steps.phone(session, "phone"));
    }
}
