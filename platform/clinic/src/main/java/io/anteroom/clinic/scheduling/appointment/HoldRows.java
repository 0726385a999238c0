package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Times that are held and not booked: whose they are, and how they end. Locks are {@link AppointmentWriter}'s. */
@Component
class HoldRows {

    /** No appointment that starts farther from a moment reaches it, buffers included; the migration's check says so too. */
    private static final Duration REACH = Duration.ofHours(14);

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The time that is held for the account, if one is. */
    Optional<AppointmentId> heldFor(AccountId account) {
        return jdbc.sql("""
                        select id from __tenant__.appointment where account_id = :account and state = 'held'
                         order by id desc limit 1""")
                .param("account", account.value())
                .query(Long.class)
                .optional()
                .map(AppointmentId::new);
    }

    /** Whoever wants another time gives up the one held before. */
    void giveUp(AccountId account) {
        jdbc.sql("""
                        update __tenant__.appointment set state = 'expired', version = version + 1
                         where account_id = :account and state = 'held'""").param("account", account.value()).update();
    }

    /** Frees a time that was held for somebody nobody knows. */
    void expire(AppointmentId id) {
        jdbc.sql("""
                        update __tenant__.appointment set state = 'expired', version = version + 1
                         where id = :id and state = 'held' and account_id is null""").param("id", id.value()).update();
    }

    /** Forgets a time that somebody nobody knows did not book. */
    void forget(AppointmentId id) {
        jdbc.sql("""
                        delete from __tenant__.appointment
                         where id = :id and booked_at is null and account_id is null and patient_id is null""").param("id", id.value()).update();
    }

    /**
     * Gives a time that was held for somebody nobody knew to their account.
     *
     * @param note what they said, or null
     */
    void claim(AppointmentId id, AccountId account, @Nullable String note) {
        jdbc.sql("""
                        update __tenant__.appointment set account_id = :account, note = :note, version = version + 1
                         where id = :id and booked_at is null and account_id is null""")
                .param("id", id.value())
                .param("account", account.value())
                .param("note", note)
                .update();
    }

    /** Holds it longer, if nobody has it meanwhile. */
    void extend(AppointmentId id, Instant until) {
        jdbc.sql("""
                        update __tenant__.appointment set held_until = :until, version = version + 1
                         where id = :id and state = 'held'""").param("id", id.value()).param("until", sql(until)).update();
    }

    /** Frees what was held for too long and may be in the way of an appointment at that time. */
    void clear(FreeTime time, Instant now) {
        clear(time.practitioner(), time.room(), time.start(), now);
    }

    /** The same for an appointment that is to have its own time again. */
    void clear(Appointment appointment, Instant now) {
        clear(appointment.practitioner(), roomOf(appointment.id()), appointment.start(), now);
    }

    /** The same for one that is to have the time again that it was moved from. */
    void clear(Appointment.Moving moving, AppointmentId id, Instant now) {
        var room = jdbc.sql("""
                        select cast(moved_from ->> 'room' as bigint) from __tenant__.appointment
                         where id = :id and moved_from ->> 'room' is not null""")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(RoomId::new);
        clear(moving.with(), room.orElse(null), moving.from(), now);
    }

    private @Nullable RoomId roomOf(AppointmentId appointment) {
        return jdbc.sql("select room_id from __tenant__.appointment where id = :id and room_id is not null")
                .param("id", appointment.value())
                .query(Long.class)
                .optional()
                .map(RoomId::new)
                .orElse(null);
    }

    private void clear(PractitionerId practitioner, @Nullable RoomId room, Instant start, Instant now) {
        jdbc.sql("""
                        update __tenant__.appointment set state = 'expired', version = version + 1
                         where id in (select a.id from __tenant__.appointment a
                                       where (a.practitioner_id = :practitioner or a.room_id = :room)
                                         and a.starts_at > :earliest and a.starts_at < :latest
                                         and a.state = 'held' and a.held_until <= :now
                                         for no key update skip locked)""")
                .param("practitioner", practitioner.value())
                .param("room", room == null ? null : room.value())
                .param("earliest", sql(start.minus(REACH)))
                .param("latest", sql(start.plus(Appointment.LONGEST).plus(REACH)))
                .param("now", sql(now))
                .update();
    }
}
