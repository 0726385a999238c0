package io.anteroom.clinic.scheduling.waitlist;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers as they are read and written, within a transaction. Where one stands is seen from the appointments. */
@Component
class OfferRows {

    /** An appointment takes at most this long, buffers included; the migration's check says so too. */
    private static final Duration LONGEST = Duration.ofHours(14);

    private static final String STANDS = """
             and a.state in ('held', 'awaiting_payment', 'booked', 'confirmed', 'arrived', 'completed', 'no_show')
             and (a.state <> 'held' or a.held_until > :now)
            """;

    private static final String SELECT = """
            select o.reference, o.attempt, o.entry_id,
            """ + EntryRows.WAITS + """
                   as waiting,
                   e.patient_id, btrim(p.given_name || ' ' || p.family_name) as patient_name, e.service_id,
                   s.name as service_name, s.minutes, s.price_minor, s.currency, s.deposit_minor, s.cancel_until_minutes,
                   s.notice_minutes, s.preparation, o.practitioner_id, w.name as practitioner_name, w.title as practitioner_title, o.location_id,
                   l.name as location_name, l.street, l.postcode, l.city, l.map_link, l.phone, l.time_zone, o.starts_at,
                   o.offered_at, o.round_until, o.declined_at, own.reference as own_reference,
                   own.state as own_state,
                   exists (select from __tenant__.appointment a
                            where a.practitioner_id = o.practitioner_id and a.attempt <> o.attempt
                              and a.starts_at > o.starts_at - interval '14 hours' and a.starts_at < o.starts_at + interval '14 hours'
                              and a.occupied && tstzrange(o.starts_at - s.buffer_before * interval '1 minute',
                                                        o.starts_at + (s.minutes + s.buffer_after) * interval '1 minute')
            """ + STANDS + """
                   ) as gone
              from __tenant__.waitlist_offer o
              join __tenant__.waitlist_entry e on e.id = o.entry_id
              join __tenant__.service s on s.id = e.service_id
              join __tenant__.patient p on p.id = e.patient_id
              join __tenant__.practitioner w on w.id = o.practitioner_id
              join __tenant__.location l on l.id = o.location_id
              left join __tenant__.appointment own on own.attempt = o.attempt
                   and (own.booked_at is not null or own.state = 'awaiting_payment')
            """;

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the rounds and the bookings of one practitioner happen one after the other. */
    void lock(PractitionerId practitioner) {
        jdbc.sql("select 1 from __tenant__.practitioner where id = :id for no key update")
                .param("id", practitioner.value())
                .query(Integer.class)
                .optional();
    }

    /** Until when those have time who were offered this last, unless all of them declined. */
    Optional<Instant> roundUntil(FreedTime freed, Instant now) {
        return jdbc.sql("""
                        select round_until from __tenant__.waitlist_offer
                         where freed = :freed and round_until > :now and declined_at is null
                         order by round_until desc limit 1""")
                .param("freed", freed.toString())
                .param("now", sql(now))
                .query((row, _) -> instant(row, "round_until"))
                .optional();
    }

    /** Until when somebody who decides keeps a part of it. */
    Optional<Instant> heldUntil(FreedTime freed, Instant now) {
        return jdbc.sql("""
                        select held_until from __tenant__.appointment
                         where practitioner_id = :practitioner and starts_at > :earliest and starts_at < :until
                           and state = 'held' and held_until > :now and occupied && tstzrange(:from, :until)
                         order by held_until desc limit 1""")
                .param("practitioner", freed.practitioner().value())
                .param("earliest", sql(freed.from().minus(LONGEST)))
                .param("from", sql(freed.from()))
                .param("until", sql(freed.until()))
                .param("now", sql(now))
                .query((row, _) -> instant(row, "held_until"))
                .optional();
    }

    void insert(
            Reference reference, FreedTime freed, WaitlistEntryId entry, FreeTime time, Instant now, Instant until) {
        jdbc.sql("""
                        insert into __tenant__.waitlist_offer
                            (reference, attempt, entry_id, freed, practitioner_id, location_id, starts_at, offered_at, round_until)
                        values (:reference, :attempt, :entry, :freed, :practitioner, :location, :start, :now, :until)""")
                .param("reference", reference.value())
                .param("attempt", UUID.randomUUID())
                .param("entry", entry.value())
                .param("freed", freed.toString())
                .param("practitioner", time.practitioner().value())
                .param("location", time.location().value())
                .param("start", sql(time.start()))
                .param("now", sql(now))
                .param("until", sql(until))
                .update();
    }

    /** One of them, whoever was offered it. */
    Optional<OfferedTime> find(Reference reference, Instant now) {
        return select(" where o.reference = :reference", now)
                .param("reference", reference.value())
                .query((row, _) -> offer(row, now))
                .optional();
    }

    /** One of an account's. */
    Optional<OfferedTime> find(Reference reference, AccountId account, Collection<PatientId> patients, Instant now) {
        return select(
                        " where o.reference = :reference and e.account_id = :account"
                                + " and e.patient_id = any(cast(:patients as bigint[]))",
                        now)
                .param("reference", reference.value())
                .param("account", account.value())
                .param("patients", numbers(patients))
                .query((row, _) -> offer(row, now))
                .optional();
    }

    /** What an account is offered on behalf of these and may still lie ahead, the next one first. */
    List<OfferedTime> ahead(AccountId account, Collection<PatientId> patients, Instant now) {
        return select(
                        " where e.account_id = :account and e.patient_id = any(cast(:patients as bigint[]))"
                                + " and e.ended_at is null and o.declined_at is null and o.starts_at > :now order by o.starts_at, o.id",
                        now)
                .param("account", account.value())
                .param("patients", numbers(patients))
                .query((row, _) -> offer(row, now))
                .list();
    }

    /** What these were offered, the latest first. */
    List<OfferedTime> of(Collection<WaitlistEntryId> entries, Instant now) {
        return select(" where o.entry_id = any(cast(:entries as bigint[])) order by o.offered_at desc, o.id desc", now)
                .param("entries", entries.stream().map(WaitlistEntryId::value).toArray(Long[]::new))
                .query((row, _) -> offer(row, now))
                .list();
    }

    /** Notes that it isn't wanted, unless that is noted already; gives what had come free. */
    Optional<FreedTime> decline(Reference reference, Instant now) {
        return jdbc.sql("""
                        update __tenant__.waitlist_offer set declined_at = :now
                         where reference = :reference and declined_at is null returning freed""")
                .param("reference", reference.value())
                .param("now", sql(now))
                .query((row, _) -> FreedTime.parse(row.getString("freed")))
                .optional();
    }

    private JdbcClient.StatementSpec select(String which, Instant now) {
        return jdbc.sql(SELECT + which).param("today", EntryRows.today(now)).param("now", sql(now));
    }

    private static Long[] numbers(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).toArray(Long[]::new);
    }

    private static OfferedTime offer(ResultSet row, Instant now) throws SQLException {
        String own = row.getString("own_reference");
        long price = row.getLong("price_minor");
        boolean free = row.wasNull();
        long deposit = row.getLong("deposit_minor");
        boolean asksDeposit = !row.wasNull();
        return new OfferedTime(
                new Reference(row.getString("reference")),
                row.getObject("attempt", UUID.class),
                new WaitlistEntryId(row.getLong("entry_id")),
                row.getBoolean("waiting"),
                new PatientId(row.getLong("patient_id")),
                row.getString("patient_name"),
                new ServiceId(row.getLong("service_id")),
                row.getString("service_name"),
                row.getInt("minutes"),
                free ? null : price,
                row.getString("currency"),
                asksDeposit ? new Money(deposit, CurrentTenant.get().currency()) : null,
                row.getInt("cancel_until_minutes"),
                row.getString("preparation"),
                new PractitionerId(row.getLong("practitioner_id")),
                row.getString("practitioner_name"),
                row.getString("practitioner_title"),
                new Appointment.Address(
                        new LocationId(row.getLong("location_id")),
                        row.getString("location_name"),
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getString("map_link"),
                        row.getString("phone"),
                        ZoneId.of(row.getString("time_zone"))),
                instant(row, "starts_at"),
                instant(row, "offered_at"),
                instant(row, "round_until"),
                standing(row, now),
                own == null ? null : new Reference(own));
    }

    private static Standing standing(ResultSet row, Instant now) throws SQLException {
        String own = row.getString("own_state");
        if (own != null && own.equals("awaiting_payment")) {
            return Standing.TO_PAY;
        }
        if (own != null && !own.equals("cancelled")) {
            return Standing.BOOKED;
        }
        if (own != null || instantOrNull(row, "declined_at") != null) {
            return Standing.DECLINED;
        }
        if (row.getBoolean("gone")) {
            return Standing.GONE;
        }
        if (instant(row, "starts_at").isBefore(now.plus(Duration.ofMinutes(row.getLong("notice_minutes"))))) {
            return Standing.TOO_LATE;
        }
        return instant(row, "round_until").isAfter(now) ? Standing.FIRST_TO_ANSWER : Standing.STILL_FREE;
    }
}
