package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.scheduling.TimeFreed;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.news.AppointmentSettled;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears of time that is given back and of bookings that stand. Time that is given back becomes work for when that can no longer be
 * undone; whoever asks then sees whether it is still free. So nothing has to be taken back with a cancellation.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TimesGivenBack {

    private final EntryRows entries;
    private final WaitlistAudit audit;
    private final WorkQueue work;
    private final Clock clock;

    TimesGivenBack(EntryRows entries, WaitlistAudit audit, WorkQueue work, Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** In the transaction of the act. */
    @EventListener
    public void freed(TimeFreed event) {
        Instant now = clock.instant();
        if (event.until().isAfter(now) && entries.anybodyWaits()) {
            work.add(WaitlistRound.KIND, FreedTime.of(event, now).toString(), now.plus(Appointment.UNDO));
        }
    }

    /** In the worker's transaction: whoever booked what was offered, and left it at that, waits no longer. */
    @EventListener
    public void settled(AppointmentSettled event) {
        if (event.appointment().state().awaited()) {
            entries.ofAppointment(event.appointment().id()).ifPresent(entry -> {
                entries.end(entry.id(), Ending.BOOKED, clock.instant());
                audit.booked(entry);
            });
        }
    }
}
