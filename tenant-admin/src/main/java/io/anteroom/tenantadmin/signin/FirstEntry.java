package io.anteroom.tenantadmin.signin;

import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells the clinic's register of staff when somebody comes in, once in a session and again when their roles change. */
@Component
class FirstEntry {

    private final StaffRegister register;

    FirstEntry(StaffRegister register) {
        this.register = register;
    }

    void note(HttpServletRequest request, Tenant tenant, StaffMember member) {
        var session = request.getSession();
        var key = "entered:" + tenant.id();
        var now = member.roles().toString() + member.name() + member.email();
        if (!Objects.equals(session.getAttribute(key), now)) {
            register.noteSignIn(member);
            session.setAttribute(key, now);
        }
    }
}
