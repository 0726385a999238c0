package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Appointments as they are written, within a transaction. Locks are taken in one order: the account, practitioners by
 * number, the appointment. Whatever takes time first frees what was held there for too long ({@link HoldRows}).
 */
@Component
class AppointmentWriter {

    private static final int MOST_BY_DEFAULT = 5;

    private final JdbcClient jdbc;
    private final HoldRows holds;

    AppointmentWriter(JdbcClient jdbc, HoldRows holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /** Lets the bookings of one account happen one after the other, so that their number can be counted. */
    void lock(AccountId account) {
        jdbc.sql("select 1 from __tenant__.portal_account where id = :id for no key update")
                .param("id", account.value())
                .query(Integer.class)
                .optional();
    }

    /** Lets whatever takes time of these practitioners happen one after the other. */
    void lock(PractitionerId... practitioners) {
        var ids = Arrays.stream(practitioners).map(PractitionerId::value).toArray(Long[]::new);
        jdbc.sql("""
                        select 1 from __tenant__.practitioner
                         where id = any(cast(:ids as bigint[])) order by id for no key update""").param("ids", ids).query(Integer.class).list();
    }

    /** Lets the acts on one appointment happen one after the other. */
    void lock(AppointmentId appointment) {
        jdbc.sql("select 1 from __tenant__.appointment where id = :id for no key update")
                .param("id", appointment.value())
                .query(Integer.class)
                .optional();
    }

    /** How many appointments an account may have ahead. */
    int most() {
        return jdbc.sql("select upcoming_per_account from __tenant__.booking_settings")
                .query(Integer.class)
                .optional()
                .orElse(MOST_BY_DEFAULT);
    }

    /** How many it has. */
    int ahead(AccountId account, Instant now) {
        return jdbc.sql("""
                        select count(*) from __tenant__.appointment
                         where account_id = :account and starts_at > :now
                           and state in ('awaiting_payment', 'booked', 'confirmed')""")
                .param("account", account.value())
                .param("now", sql(now))
                .query(Integer.class)
                .single();
    }

    /** A row to be written. */
    record NewAppointment(
            Reference reference,
            UUID attempt,
            BookableService service,
            FreeTime time,
            @Nullable Long patient,
            @Nullable AccountId account,
            AppointmentState state,
            @Nullable Instant heldUntil,
            boolean overBlock,
            @Nullable String note) {}

    /**
     * Writes it, unless the constraints say that somebody else has the time or that the form was sent before.
     *
     * @return its number, or nothing
     */
    Optional<AppointmentId> insert(NewAppointment row, Actor by, Instant now) {
        holds.clear(row.time(), now);
        var span = row.service().span(row.time().start());
        var occupied = row.service().occupied(row.time().start());
        return jdbc.sql("""
                        insert into __tenant__.appointment
                            (reference, attempt, service_id, practitioner_id, location_id, room_id, patient_id, account_id, state,
                             starts_at, ends_at, occupied, held_until, rules, over_block, note, created_at, created_by_kind,
                             created_by, booked_at, version)
                        values (:reference, :attempt, :service, :practitioner, :location, :room, :patient, :account, :state,
                                :start, :end, tstzrange(:from, :until), :held, cast(:rules as jsonb), :overBlock, :note, :now,
                                :kind, :by, :booked, 0)
                        on conflict do nothing
                        returning id""")
                .param("reference", row.reference().value())
                .param("attempt", row.attempt())
                .param("service", row.service().id().value())
                .param("practitioner", row.time().practitioner().value())
                .param("location", row.time().location().value())
                .param("room", number(row.time().room()))
                .param("patient", row.patient())
                .param("account", row.account() == null ? null : row.account().value())
                .param("state", row.state().code())
                .param("start", sql(span.from()))
                .param("end", sql(span.until()))
                .param("from", sql(occupied.from()))
                .param("until", sql(occupied.until()))
                .param("held", row.heldUntil() == null ? null : sql(row.heldUntil()))
                .param(
                        "rules",
                        Receipt.of(row.service(), row.time().zone(), row.state() == AppointmentState.HELD)
                                .json())
                .param("overBlock", row.overBlock())
                .param("note", row.note())
                .param("now", sql(now))
                .param("kind", kind(by))
                .param("by", by.name())
                .param("booked", row.state() == AppointmentState.HELD ? null : sql(now))
                .query(Long.class)
                .optional()
                .map(AppointmentId::new);
    }

    /**
     * Makes a held time an appointment, in the room of {@code time} where that is given.
     *
     * @param patient whose it is where none was known while it was held, or null
     */
    void book(
            AppointmentId id,
            @Nullable PatientId patient,
            @Nullable FreeTime time,
            @Nullable String note,
            Instant now) {
        freeAgain(time, now);
        agree(id, AppointmentState.BOOKED, patient, time, note, now, null);
    }

    private void freeAgain(@Nullable FreeTime time, Instant now) {
        if (time != null) {
            holds.clear(time, now);
        }
    }

    private void agree(
            AppointmentId id,
            AppointmentState state,
            @Nullable PatientId patient,
            @Nullable FreeTime time,
            @Nullable String note,
            @Nullable Instant booked,
            @Nullable Instant until) {
        jdbc.sql("""
                        update __tenant__.appointment
                           set state = :state, booked_at = coalesce(cast(:booked as timestamptz), booked_at),
                               held_until = coalesce(cast(:until as timestamptz), held_until), note = :note,
                               version = version + 1, room_id = case when :again then :room else room_id end,
                               patient_id = coalesce(patient_id, :patient)
                         where id = :id""")
                .param("id", id.value())
                .param("state", state.code())
                .param("patient", patient == null ? null : patient.value())
                .param("booked", booked == null ? null : sql(booked))
                .param("until", until == null ? null : sql(until))
                .param("note", note)
                .param("again", time != null)
                .param("room", time == null ? null : number(time.room()))
                .update();
    }

    /** Gives what an account booked before a record was known to that patient; what was given. */
    List<AppointmentId> match(AccountId account, PatientId patient) {
        return jdbc
                .sql("""
                        update __tenant__.appointment set patient_id = :patient, version = version + 1
                         where account_id = :account and patient_id is null returning id""")
                .param("account", account.value())
                .param("patient", patient.value())
                .query(Long.class)
                .list()
                .stream()
                .sorted()
                .map(AppointmentId::new)
                .toList();
    }

    /** The same where a deposit is to be paid first: until then nobody else gets the time. */
    void await(
            AppointmentId id,
            @Nullable PatientId patient,
            @Nullable FreeTime time,
            @Nullable String note,
            Instant now) {
        freeAgain(time, now);
        agree(id, AppointmentState.AWAITING_PAYMENT, patient, time, note, null, now.plus(Appointment.TO_PAY));
    }

    /** Its deposit was paid. */
    void paid(AppointmentId id, Instant now) {
        jdbc.sql("""
                        update __tenant__.appointment set state = 'booked', booked_at = :now, version = version + 1
                         where id = :id and state = 'awaiting_payment'""").param("id", id.value()).param("now", sql(now)).update();
    }

    /** Its deposit was not paid, so the time is free. */
    void lapse(AppointmentId id) {
        jdbc.sql("""
                        update __tenant__.appointment set state = 'expired', version = version + 1
                         where id = :id and state = 'awaiting_payment'""").param("id", id.value()).update();
    }

    /** Staff, who called it off, keep its deposit. */
    void keepDeposit(AppointmentId id) {
        jdbc.sql("update __tenant__.appointment set deposit_kept = true where id = :id")
                .param("id", id.value())
                .update();
    }

    void cancel(AppointmentId id, @Nullable String because, Actor by, Instant now) {
        jdbc.sql("""
                        update __tenant__.appointment
                           set state = 'cancelled', cancelled_at = :now, cancelled_by_kind = :kind, cancelled_by = :by,
                               cancelled_because = :because, version = version + 1
                         where id = :id""")
                .param("id", id.value())
                .param("now", sql(now))
                .param("kind", kind(by))
                .param("by", by.name())
                .param("because", because)
                .update();
    }

    /**
     * Gives it another state in which it has its time, again if it had lost that.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else has its time by now
     */
    void retake(Appointment appointment, AppointmentState state, Instant now) {
        holds.clear(appointment, now);
        become(appointment.id(), state);
    }

    /** Gives it another state, where that changes nothing of whose its time is. */
    void become(AppointmentId id, AppointmentState state) {
        jdbc.sql("""
                        update __tenant__.appointment
                           set state = :state, cancelled_at = null, cancelled_by_kind = null, cancelled_by = null,
                               cancelled_because = null, deposit_kept = false, version = version + 1
                         where id = :id""").param("id", id.value()).param("state", state.code()).update();
    }

    /** A room's number as it is stored. */
    static @Nullable Long number(@Nullable RoomId room) {
        return room == null ? null : room.value();
    }

    private static String kind(Actor by) {
        return by instanceof Actor.Staff ? "staff" : "patient";
    }
}
