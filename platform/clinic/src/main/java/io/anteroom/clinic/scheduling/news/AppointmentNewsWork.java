package io.anteroom.clinic.scheduling.news;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentNews;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.LockedAppointments;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.work.WorkHandler;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the patient how an appointment stands, if that is other than what was told before. So an act that was taken back in
 * time is never heard of, and work that is done twice tells once. A clinic that has switched appointments off in its portal
 * sends nothing about them.
 */
@Component
class AppointmentNewsWork implements WorkHandler {

    private final LockedAppointments appointments;
    private final AppointmentMail mail;
    private final PublishedPortals portals;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    AppointmentNewsWork(
            LockedAppointments appointments,
            AppointmentMail mail,
            PublishedPortals portals,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.appointments = appointments;
        this.mail = mail;
        this.portals = portals;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return AppointmentNews.KIND;
    }

    /** What was told last. */
    private record Told(boolean cancelled, @Nullable Instant start) {}

    @Override
    @Transactional
    public void handle(String ref) {
        appointments.take(new AppointmentId(Long.parseLong(ref))).ifPresent(appointment -> {
            if (portals.current().offers(Section.APPOINTMENTS)) {
                tell(appointment);
            }
            events.publishEvent(new AppointmentSettled(appointment));
        });
    }

    private void tell(Appointment appointment) {
        var told = told(appointment.id());
        boolean ahead = appointment.start().isAfter(clock.instant());
        if (appointment.state() == AppointmentState.CANCELLED) {
            if (told.start() != null && !told.cancelled()) {
                note(appointment);
                if (ahead) {
                    mail.cancelled(appointment);
                }
            }
        } else if (appointment.state().awaited() && ahead) {
            if (told.start() == null || told.cancelled()) {
                note(appointment);
                mail.booked(appointment);
            } else if (!told.start().equals(appointment.start())) {
                note(appointment);
                mail.moved(appointment, told.start());
            }
        }
    }

    private Told told(AppointmentId id) {
        return jdbc.sql("select told_state, told_start from __tenant__.appointment where id = :id")
                .param("id", id.value())
                .query((row, _) -> new Told(
                        AppointmentState.CANCELLED.code().equals(row.getString("told_state")),
                        instantOrNull(row, "told_start")))
                .single();
    }

    private void note(Appointment appointment) {
        jdbc.sql("update __tenant__.appointment set told_state = :state, told_start = :start where id = :id")
                .param("id", appointment.id().value())
                .param("state", appointment.state().code())
                .param("start", sql(appointment.start()))
                .update();
    }
}
