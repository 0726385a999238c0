package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.scheduling.appointment.UnclaimedTimes;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what strangers chose and said a day later, from where, and the times of theirs that nobody booked. It happens once on each day
 * after somebody chose one, until nothing is left.
 */
@Component
class NewcomersForgotten implements WorkHandler {

    static final String KIND = "newcomer-forgetting";

    private final NewcomerRows rows;
    private final UnclaimedTimes times;
    private final SignInCaps caps;
    private final WorkQueue work;
    private final Clock clock;

    NewcomersForgotten(NewcomerRows rows, UnclaimedTimes times, SignInCaps caps, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.caps = caps;
        this.work = work;
        this.clock = clock;
    }

    /** Sees to it that they will be looked at tomorrow, once however often this is called. */
    void later() {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        work.add(
                KIND, tomorrow.toString(), tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        var limit = clock.instant().minus(NewcomerLimits.KEPT);
        rows.forgetBefore(limit).forEach(times::forget);
        caps.forgetBefore(limit);
        if (rows.anyLeft()) {
            later();
        }
    }
}
