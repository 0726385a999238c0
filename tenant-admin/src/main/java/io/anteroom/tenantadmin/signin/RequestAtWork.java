package io.anteroom.tenantadmin.signin;

import io.anteroom.tenantadmin.frame.AtWork;
import org.springframework.stereotype.Component;

/** Tells the frame around the pages who is signed in. */
@Component
class RequestAtWork implements AtWork {

    @Override
    public String name() {
        return StaffRequest.person().map(SignedInStaff::displayName).orElse("");
    }

    @Override
    public boolean severalOrganisations() {
        return StaffRequest.person()
                .filter(person -> person.organisations().size() > 1)
                .isPresent();
    }
}
