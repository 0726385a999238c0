package io.anteroom.clinic.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffPolicyTest {

    @Test
    void whoHasNoRoleMayDoNothing() {
        for (Permission permission : Permission.values()) {
            assertThat(StaffPolicy.allows(Set.of(), permission)).isFalse();
        }
    }

    @Test
    void anOwnerMayDoEverything() {
        assertThat(StaffPolicy.permissionsOf(StaffRole.OWNER)).isEqualTo(EnumSet.allOf(Permission.class));
    }

    @Test
    void onlyAnOwnerDecidesWhereTheMoneyGoes() {
        assertThat(EnumSet.complementOf(EnumSet.of(StaffRole.OWNER)))
                .noneMatch(role -> StaffPolicy.allows(Set.of(role), Permission.SET_UP_PAYMENTS));
    }

    @Test
    void theAuditLogIsForThoseWhoRunTheClinic() {
        assertThat(EnumSet.allOf(StaffRole.class))
                .filteredOn(role -> StaffPolicy.allows(Set.of(role), Permission.READ_AUDIT))
                .containsExactly(StaffRole.OWNER, StaffRole.ADMIN);
    }

    @Test
    void oneRoleThatMayIsEnough() {
        StaffMember member =
                new StaffMember("s-1", "Ada", "ada@example.org", Set.of(StaffRole.BILLING, StaffRole.RECEPTIONIST));

        assertThat(member.may(Permission.EDIT_PATIENTS)).isTrue();
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> member.require(Permission.IMPORT_PATIENTS));
    }

    @Test
    void everyRoleMayEnter() {
        assertThat(StaffRole.values()).allMatch(role -> StaffPolicy.allows(Set.of(role), Permission.ENTER));
    }
}
