package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.TimeFreed;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Leaves it to the worker to tell the patient of what became of an appointment, once it can no longer be taken back. */
@Component
public class AppointmentNews {

    /** The kind of work; its reference is the appointment's number. */
    public static final String KIND = "appointment-news";

    private final WorkQueue work;
    private final ApplicationEventPublisher events;

    AppointmentNews(WorkQueue work, ApplicationEventPublisher events) {
        this.work = work;
        this.events = events;
    }

    /** Tells the other parts of scheduling that an appointment has given its time back. */
    void freed(Appointment before) {
        events.publishEvent(new TimeFreed(before.practitioner(), before.start(), before.end(), before.patient()));
    }

    /** Tells the other parts of the clinic that an appointment stands otherwise than before. */
    void changed(@Nullable Appointment before, Appointment after, Actor by) {
        events.publishEvent(new AppointmentChanged(before, after, by));
    }

    void later(AppointmentId id, Instant now) {
        work.add(KIND, id.toString(), now.plus(Appointment.UNDO));
    }
}
