package io.anteroom.tenantadmin.signin;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes a request of the staff's web. */
final class StaffRequest {

    private StaffRequest() {}

    /** Who is signed in, wherever they are. */
    static Optional<SignedInStaff> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInStaff person
                ? Optional.of(person)
                : Optional.empty();
    }
}
