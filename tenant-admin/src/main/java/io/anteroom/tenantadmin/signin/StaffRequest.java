package io.anteroom.tenantadmin.signin;

import io.anteroom.clinic.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes a request of the staff's web. */
final class StaffRequest {

    private static final String MEMBER = StaffMember.class.getName();

    private StaffRequest() {}

    /** Who is signed in, wherever they are. */
    static Optional<SignedInStaff> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInStaff person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Who they are at the organisation of this request. */
    static Optional<StaffMember> member(HttpServletRequest request) {
        return Optional.ofNullable((StaffMember) request.getAttribute(MEMBER));
    }

    static void bind(HttpServletRequest request, StaffMember member) {
        request.setAttribute(MEMBER, member);
    }
}
