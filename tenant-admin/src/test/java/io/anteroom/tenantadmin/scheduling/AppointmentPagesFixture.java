package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Robin Desk at the pages of appointments. */
abstract class AppointmentPagesFixture extends StaffPagesFixture {

    AppointmentPagesFixture(StaffRole role) {
        super(role);
    }

    final MvcTestResult get(String path) {
        return opens(path);
    }

    /** Names and values in turn. */
    final MvcTestResult post(String path, List<String> form) {
        return sends(path, form.toArray(String[]::new));
    }

    final void sql(String statement) {
        run(Tenants.north(), statement);
    }
}
