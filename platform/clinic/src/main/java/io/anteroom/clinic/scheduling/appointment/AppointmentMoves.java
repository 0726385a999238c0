package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down that an appointment has another time, or the one before again, under the locks that {@link AppointmentWriter} took. */
@Component
class AppointmentMoves {

    private final JdbcClient jdbc;
    private final HoldRows holds;

    AppointmentMoves(JdbcClient jdbc, HoldRows holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /**
     * Gives it another time.
     *
     * @param undoable when the patient's side does, so that it can be taken back; null where staff do
     * @throws org.springframework.dao.DataIntegrityViolationException if that is taken after all
     */
    void move(
            Appointment appointment,
            BookableService service,
            FreeTime to,
            boolean overBlock,
            @Nullable Instant undoable,
            Instant now) {
        holds.clear(to, now);
        var span = service.span(to.start());
        var occupied = service.occupied(to.start());
        jdbc.sql("""
                        update __tenant__.appointment
                           set moved_at = :moved,
                               moved_from = case when cast(:moved as timestamptz) is not null then jsonb_build_object(
                                   'practitioner', practitioner_id, 'location', location_id, 'room', room_id,
                                   'start', starts_at, 'end', ends_at, 'from', lower(occupied), 'until', upper(occupied),
                                   'rules', rules, 'over_block', over_block, 'state', state) end,
                               practitioner_id = :practitioner, location_id = :location, room_id = :room, starts_at = :start,
                               ends_at = :end, occupied = tstzrange(:from, :until), rules = cast(:rules as jsonb),
                               over_block = :overBlock, state = 'booked', version = version + 1
                         where id = :id""")
                .param("id", appointment.id().value())
                .param("practitioner", to.practitioner().value())
                .param("location", to.location().value())
                .param("room", AppointmentWriter.number(to.room()))
                .param("start", sql(span.from()))
                .param("end", sql(span.until()))
                .param("from", sql(occupied.from()))
                .param("until", sql(occupied.until()))
                .param("rules", appointment.rules().movedTo(service, to.zone()).json())
                .param("overBlock", overBlock)
                .param("moved", undoable == null ? null : sql(undoable))
                .update();
    }

    /**
     * Gives it the time, place and agreement again that it had before the patient's side moved it.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else has its time by now
     */
    void moveBack(AppointmentId id, Appointment.Moving moving, Instant now) {
        holds.clear(moving, id, now);
        jdbc.sql("""
                        update __tenant__.appointment
                           set practitioner_id = cast(moved_from ->> 'practitioner' as bigint),
                               location_id = cast(moved_from ->> 'location' as bigint),
                               room_id = cast(moved_from ->> 'room' as bigint),
                               starts_at = cast(moved_from ->> 'start' as timestamptz),
                               ends_at = cast(moved_from ->> 'end' as timestamptz),
                               occupied = tstzrange(cast(moved_from ->> 'from' as timestamptz),
                                                    cast(moved_from ->> 'until' as timestamptz)),
                               rules = moved_from -> 'rules', over_block = cast(moved_from ->> 'over_block' as boolean),
                               state = moved_from ->> 'state', moved_at = null, moved_from = null, version = version + 1
                         where id = :id""").param("id", id.value()).update();
    }
}
