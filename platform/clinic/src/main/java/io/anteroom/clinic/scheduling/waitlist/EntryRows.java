package io.anteroom.clinic.scheduling.waitlist;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries of the waitlist as they are read and written, within a transaction. Whether somebody still waits is asked each time: the
 * last day, the access of whoever asked, and a booking of what was offered end it without anybody writing anything.
 */
@Component
class EntryRows {

    /** Of an entry {@code e} and its service {@code s}: somebody waits. Parameters are {@code today} and {@code now}. */
    static final String WAITS = """
             e.ended_at is null and e.last_day >= :today and s.ended_at is null
             and exists (select from __tenant__.access_grant g
                           join __tenant__.portal_account c on c.id = g.account_id and c.closed_at is null
                          where g.account_id = e.account_id and g.patient_id = e.patient_id and 'bookings' = any(g.scope) and
            """ + Grants.IN_FORCE + """
             ) and not exists (select from __tenant__.waitlist_offer b
                                 join __tenant__.appointment a on a.attempt = b.attempt
                                where b.entry_id = e.id and a.booked_at is not null and a.state <> 'cancelled')
            """;

    private static final String SELECT = """
            select e.id, e.service_id, s.name as service_name, e.practitioner_id, w.name as practitioner_name, e.location_id,
                   l.name as location_name, e.patient_id, btrim(p.given_name || ' ' || p.family_name) as patient_name,
                   e.account_id, e.weekdays, e.day_parts, e.last_day, e.created_at, e.ended_at,
                   e.ended_because
              from __tenant__.waitlist_entry e
              join __tenant__.service s on s.id = e.service_id
              join __tenant__.patient p on p.id = e.patient_id
              left join __tenant__.practitioner w on w.id = e.practitioner_id
              left join __tenant__.location l on l.id = e.location_id
            """;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the acts of one account happen one after the other. */
    void lock(AccountId account) {
        jdbc.sql("select 1 from __tenant__.portal_account where id = :id for no key update")
                .param("id", account.value())
                .query(Integer.class)
                .optional();
    }

    boolean anybodyWaits() {
        return jdbc.sql("select exists (select from __tenant__.waitlist_entry where ended_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** What an account waits for on behalf of these, in the order in which it asked. */
    List<WaitlistEntry> of(AccountId account, Collection<PatientId> patients, Instant now) {
        return waiting(" and e.account_id = :account and e.patient_id = any(cast(:patients as bigint[]))", now)
                .param("account", account.value())
                .param("patients", patients.stream().map(PatientId::value).toArray(Long[]::new))
                .query((row, _) -> entry(row))
                .list();
    }

    /** One of all who wait. */
    Optional<WaitlistEntry> find(WaitlistEntryId id, Instant now) {
        return waiting(" and e.id = :id", now)
                .param("id", id.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /** All who wait, by service, whoever waits longest first. */
    List<WaitlistEntry> all(int most, Instant now) {
        return jdbc.sql(SELECT + " where" + WAITS + " order by s.position, s.id, e.created_at, e.id limit :most")
                .param("today", today(now))
                .param("now", sql(now))
                .param("most", most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** One that is over. */
    record Ended(WaitlistEntry entry, Ending because, Instant at) {}

    /** Those that ended since then, the last first. */
    List<Ended> ended(Instant since, int most) {
        return jdbc.sql(SELECT + " where e.ended_at > :since order by e.ended_at desc, e.id desc limit :most")
                .param("since", sql(since))
                .param("most", most)
                .query((row, _) ->
                        new Ended(entry(row), Ending.of(row.getString("ended_because")), instant(row, "ended_at")))
                .list();
    }

    /**
     * Those who wait for what that practitioner does, whom an address is known of, whose it was not, and who were not offered this before, nor
     * declined a time within it or gave one back.
     */
    List<WaitlistEntry> waitingFor(FreedTime freed, int most, Instant now) {
        return waiting("""
                         and e.service_id in (select d.service_id from __tenant__.service_practitioner d where d.practitioner_id = :who)
                         and (e.practitioner_id is null or e.practitioner_id = :who)
                         and e.patient_id <> :whose
                         and exists (select from __tenant__.credential k where k.account_id = e.account_id and k.verified_at is not null)
                         and not exists (select from __tenant__.waitlist_offer o
                                          where o.entry_id = e.id
                                            and (o.freed = :freed
                                                 or o.practitioner_id = :who and o.starts_at >= :from and o.starts_at < :until
                                                    and (o.declined_at is not null
                                                         or exists (select from __tenant__.appointment a
                                                                     where a.attempt = o.attempt and a.booked_at is not null))))
                        """, now, " limit :most")
                .param("who", freed.practitioner().value())
                .param("whose", freed.patient())
                .param("freed", freed.toString())
                .param("from", sql(freed.from()))
                .param("until", sql(freed.until()))
                .param("most", most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The one that an appointment was offered to, unless it has ended. */
    Optional<WaitlistEntry> ofAppointment(AppointmentId appointment) {
        return jdbc.sql(SELECT + """
                         where e.ended_at is null
                           and e.id = (select o.entry_id from __tenant__.waitlist_offer o
                                         join __tenant__.appointment a on a.attempt = o.attempt where a.id = :appointment)""")
                .param("appointment", appointment.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /** The one that a form has asked for already, over or not. */
    Optional<WaitlistEntryId> ofAttempt(UUID attempt, AccountId account) {
        return jdbc.sql("select id from __tenant__.waitlist_entry where attempt = :attempt and account_id = :account")
                .param("attempt", attempt)
                .param("account", account.value())
                .query(Long.class)
                .optional()
                .map(WaitlistEntryId::new);
    }

    WaitlistEntryId insert(
            UUID attempt, AccountId account, PatientId patient, ServiceId service, Wish wish, Instant now) {
        return wished(jdbc.sql("""
                        insert into __tenant__.waitlist_entry
                            (attempt, account_id, patient_id, service_id, practitioner_id, location_id, weekdays, day_parts, last_day,
                             created_at)
                        values (:attempt, :account, :patient, :service, :practitioner, :location, cast(:days as smallint[]),
                                cast(:parts as text[]), :lastDay, :now) returning id"""), wish)
                .param("attempt", attempt)
                .param("account", account.value())
                .param("patient", patient.value())
                .param("service", service.value())
                .param("now", sql(now))
                .query((row, _) -> new WaitlistEntryId(row.getLong("id")))
                .single();
    }

    void change(WaitlistEntryId id, Wish wish) {
        wished(jdbc.sql("""
                        update __tenant__.waitlist_entry
                           set practitioner_id = :practitioner, location_id = :location, weekdays = cast(:days as smallint[]),
                               day_parts = cast(:parts as text[]), last_day = :lastDay
                         where id = :id"""), wish).param("id", id.value()).update();
    }

    /** Ends it, unless it has ended. */
    boolean end(WaitlistEntryId id, Ending because, Instant now) {
        return jdbc.sql("""
                        update __tenant__.waitlist_entry set ended_at = :now, ended_because = :because
                         where id = :id and ended_at is null""")
                        .param("id", id.value())
                        .param("now", sql(now))
                        .param("because", because.code())
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec waiting(String which, Instant now) {
        return waiting(which, now, "");
    }

    private JdbcClient.StatementSpec waiting(String which, Instant now, String limit) {
        return jdbc.sql(SELECT + " where" + WAITS + which + " order by e.created_at, e.id" + limit)
                .param("today", today(now))
                .param("now", sql(now));
    }

    /** Today at the clinic. */
    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, CurrentTenant.get().zone());
    }

    private static JdbcClient.StatementSpec wished(JdbcClient.StatementSpec statement, Wish wish) {
        var practitioner = wish.practitioner();
        var location = wish.location();
        return statement
                .param("practitioner", practitioner == null ? null : practitioner.value())
                .param("location", location == null ? null : location.value())
                .param("days", wish.days().stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
                .param("parts", wish.parts().stream().map(DayPart::code).toArray(String[]::new))
                .param("lastDay", wish.lastDay());
    }

    private static WaitlistEntry entry(ResultSet row) throws SQLException {
        return new WaitlistEntry(
                new WaitlistEntryId(row.getLong("id")),
                new ServiceId(row.getLong("service_id")),
                row.getString("service_name"),
                wish(row),
                row.getString("practitioner_name"),
                row.getString("location_name"),
                new PatientId(row.getLong("patient_id")),
                row.getString("patient_name"),
                new AccountId(row.getLong("account_id")),
                instant(row, "created_at"));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        long practitioner = row.getLong("practitioner_id");
        boolean anyone = row.wasNull();
        long location = row.getLong("location_id");
        boolean anywhere = row.wasNull();
        return new Wish(
                anyone ? null : new PractitionerId(practitioner),
                anywhere ? null : new LocationId(location),
                Stream.of((Short[]) row.getArray("weekdays").getArray())
                        .map(day -> DayOfWeek.of(day))
                        .collect(Collectors.toSet()),
                Stream.of((String[]) row.getArray("day_parts").getArray())
                        .map(DayPart::ofCode)
                        .collect(Collectors.toSet()),
                row.getObject("last_day", LocalDate.class));
    }
}
