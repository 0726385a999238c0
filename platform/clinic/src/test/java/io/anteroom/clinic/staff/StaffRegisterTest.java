package io.anteroom.clinic.staff;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientSlice;
import io.anteroom.testing.TenantTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TenantTest(PatientSlice.class)
class StaffRegisterTest {

    @Autowired
    StaffRegister register;

    @Test
    void whoSignsInIsKnownAsOfTheLastTimeAndAtThatClinicAlone() {
        var then = new StaffMember("s-1", "Ada Byron", "ada@example.org", Set.of(StaffRole.RECEPTIONIST));
        var now = new StaffMember("s-1", "Ada Lovelace", "ada@example.org", Set.of(StaffRole.ADMIN, StaffRole.BILLING));
        var bob = new StaffMember("s-2", "bob", "bob@example.org", Set.of());
        inNorth(() -> {
            register.noteSignIn(bob);
            register.noteSignIn(then);
            register.noteSignIn(now);

            assertThat(register.all()).containsExactly(now, bob);
        });
        inSouth(() -> assertThat(register.all()).isEmpty());
    }
}
