package io.anteroom.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RoleTest {

    @Test
    void aProcessRunsTheRolesItNames() {
        assertThat(roles(" portal, worker,")).containsExactlyInAnyOrder(Role.PORTAL, Role.WORKER);
    }

    @Test
    void aProcessThatNamesNoRoleDoesNotStart() {
        assertThatExceptionOfType(UnusableRolesException.class)
                .isThrownBy(() -> Role.of(new MockEnvironment()))
                .withMessage("No role is named");
    }

    @Test
    void aRoleThatDoesNotExistIsNotPassedOver() {
        assertThatExceptionOfType(UnusableRolesException.class)
                .isThrownBy(() -> roles("portal,PORTAL"))
                .withMessage("There is no role 'PORTAL'");
    }

    @Test
    void migrationsRunAlone() {
        assertThatExceptionOfType(UnusableRolesException.class)
                .isThrownBy(() -> roles("migrate,worker"))
                .withMessageContaining("runs alone");
    }

    private static Set<Role> roles(String value) {
        return Role.of(new MockEnvironment().withProperty("anteroom.roles", value));
    }
}
