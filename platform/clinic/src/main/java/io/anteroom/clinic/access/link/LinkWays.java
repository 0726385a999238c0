package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.credential.Enrolment;
import java.util.List;
import org.springframework.stereotype.Component;

/** What links lead to at this moment. */
@Component
class LinkWays {

    private final Accounts accounts;
    private final Enrolment enrolment;

    LinkWays(Accounts accounts, Enrolment enrolment) {
        this.accounts = accounts;
        this.enrolment = enrolment;
    }

    LinkPage of(PatientLink link) {
        var ways = accounts.of(link.patient()).map(enrolment::addresses).orElseGet(List::of);
        return new LinkPage(link.kind(), ways);
    }
}
