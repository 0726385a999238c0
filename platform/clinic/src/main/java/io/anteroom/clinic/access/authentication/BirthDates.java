package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.BirthDateChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has parents' access follow a birth date that was corrected. */
@Component
class BirthDates {

    private final Grants grants;

    BirthDates(Grants grants) {
        this.grants = grants;
    }

    @EventListener
    void corrected(BirthDateChanged change) {
        grants.followAge(change.patient(), change.by());
    }
}
