package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.scheduling.appointment.UnclaimedTimes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is given their own record, by staff or by an access link, finds on it what they booked before. */
@Component
class MatchedNewcomers {

    private final UnclaimedTimes times;

    MatchedNewcomers(UnclaimedTimes times) {
        this.times = times;
    }

    /** Within the transaction of the act. */
    @EventListener
    void given(AccessWidened access) {
        if (access.after().relationship() == Relationship.SELF) {
            times.match(access.account(), access.patient(), access.by());
        }
    }
}
