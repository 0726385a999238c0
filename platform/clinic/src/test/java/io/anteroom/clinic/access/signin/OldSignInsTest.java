package io.anteroom.clinic.access.signin;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessTest
class OldSignInsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    OldSignIns oldSignIns;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void addressesNobodyHasAreForgottenAfterADayAndTheRestAfterAMonth() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.signIn("anna@example.org");
            clinic.askAndSend("nobody@example.org", 1);

            clock.advance(Duration.ofHours(25));
            oldSignIns.forget();
            assertThat(clinic.texts("select typed from __tenant__.sign_in")).containsExactly("anna@example.org");
            assertThat(clinic.sql("select count(*) from __tenant__.sign_in_limit"))
                    .isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.sign_in_cap"))
                    .isZero();

            clock.advance(Duration.ofDays(31));
            oldSignIns.forget();
            assertThat(clinic.sql("select count(*) from __tenant__.sign_in")).isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.one_time_code"))
                    .isZero();
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isZero();
        });
    }

    @Test
    void aLockOutlivesTheForgetting() {
        inNorth(() -> {
            clinic.run("""
                    insert into __tenant__.sign_in_limit (channel, typed, times_locked, last_wrong, locked_until)
                    values ('email', 'anna@example.org', 9, '2026-11-21T08:59:00Z', '2026-11-22T08:59:00Z')""");
            clock.advance(Duration.ofHours(23));
            oldSignIns.forget();

            assertThat(clinic.sql("select count(*) from __tenant__.sign_in_limit"))
                    .isEqualTo(1);
        });
    }

    @Test
    void itIsDueOnceADayUntilNothingIsLeft() {
        inNorth(() -> {
            clinic.askAndSend("nobody@example.org", 1);
            clinic.askAndSend("nobody@example.org", 1);
            assertThat(due()).isEqualTo(1);

            clock.set(TestClock.START.plus(Duration.ofHours(15)));
            oldSignIns.forget();
            assertThat(due()).isEqualTo(2);

            clock.advance(Duration.ofHours(24));
            oldSignIns.forget();
            assertThat(due()).isEqualTo(2);
        });
    }

    private long due() {
        return control.sql("select count(*) from control.scheduled_tasks t where t::text like '%sign-in-forgetting%'")
                .query(Long.class)
                .single();
    }
}
