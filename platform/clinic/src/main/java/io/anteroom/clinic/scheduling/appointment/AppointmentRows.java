package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.slot.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appointments as they are read, in the transaction under way or in one of their own. */
@Component
@Transactional(readOnly = true)
class AppointmentRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "reference",
            "state",
            "service_id",
            "practitioner_id",
            "practitioner_name",
            "practitioner_title",
            "location_id",
            "location_name",
            "street",
            "postcode",
            "city",
            "map_link",
            "phone",
            "time_zone",
            "patient_id",
            "patient_name",
            "account_id",
            "starts_at",
            "ends_at",
            "preparation",
            "rules",
            "note",
            "held_until",
            "booked_at",
            "moved_at",
            "moved_from",
            "moved_from_practitioner",
            "cancelled_at",
            "cancelled_by_kind",
            "cancelled_because",
            "deposit_kept",
            "version");

    /** Before the names of the columns where there are those of something else. */
    private static final String NEXT = "next_";

    /**
     * What waits for its deposit first, then what is to come or under way, the next one first. It takes twelve hours at
     * most, so what started earlier is over.
     */
    private static final String NEXT_AHEAD = " and (a.state in ('booked', 'confirmed', 'arrived')"
            + " or (a.state = 'awaiting_payment' and a.held_until > :now)) and a.ends_at > :now and a.starts_at > :earliest"
            + " order by a.state <> 'awaiting_payment', a.starts_at, a.id";

    /** The same with what waits for its deposit. */
    private static final String AHEAD_OR_WAITING = ahead("'awaiting_payment', 'booked', 'confirmed', 'arrived'");

    private static final String SELECT = """
            select a.id, a.reference, a.state, a.service_id, a.practitioner_id, w.name as practitioner_name,
                   w.title as practitioner_title, a.location_id, l.name as location_name, l.street, l.postcode, l.city,
                   l.map_link, l.phone, l.time_zone, a.patient_id,
                   btrim(p.given_name || ' ' || p.family_name) as patient_name, a.account_id, a.starts_at, a.ends_at,
                   s.preparation, a.rules, a.note, a.held_until, a.booked_at, a.moved_at,
                   cast(a.moved_from ->> 'start' as timestamptz) as moved_from,
                   cast(a.moved_from ->> 'practitioner' as bigint) as moved_from_practitioner,
                   a.cancelled_at, a.cancelled_by_kind, a.cancelled_because, a.deposit_kept, a.version
              from __tenant__.appointment a
              join __tenant__.service s on s.id = a.service_id
              join __tenant__.practitioner w on w.id = a.practitioner_id
              join __tenant__.location l on l.id = a.location_id
              left join __tenant__.patient p on p.id = a.patient_id
            """;

    /** Those of patients whom a full grant opens, and those that the account booked itself. */
    private static final String VISIBLE = """
             where (a.patient_id = any(cast(:full as bigint[]))
                    or (a.account_id = :account
                        and (a.patient_id is null or a.patient_id = any(cast(:limited as bigint[])))))
            """;

    private static String ahead(String states) {
        return " and a.state in (" + states + ") and a.ends_at > :now and a.starts_at > :earliest"
                + " order by a.starts_at, a.id";
    }

    private final JdbcClient jdbc;

    AppointmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose appointments somebody may see: all of {@code full}, and of {@code limited} what the account booked. */
    record Sight(AccountId account, List<PatientId> full, List<PatientId> limited) {}

    public Optional<Appointment> visible(Sight sight, Reference reference) {
        return seenBy(sight, SELECT + VISIBLE + " and a.reference = :reference")
                .param("reference", reference.value())
                .query((row, _) -> appointment(row))
                .optional();
    }

    /** What is to come or under way, or waits for its deposit, the next one first. */
    public List<Appointment> ahead(Sight sight, Instant now) {
        return seenBy(sight, SELECT + VISIBLE + AHEAD_OR_WAITING)
                .param("now", sql(now))
                .param("earliest", sql(now.minus(Appointment.LONGEST)))
                .query((row, _) -> appointment(row))
                .list();
    }

    /** What waits for its deposit, which is soon too late, or else the first of these; to be read beside something else. */
    Beside<Appointment> next(Sight sight, Instant now) {
        String columns = COLUMNS.stream()
                .map(column -> "a." + column + " as " + NEXT + column)
                .collect(Collectors.joining(", "));
        return new Beside<>(
                "select " + columns + " from (" + SELECT + VISIBLE + NEXT_AHEAD + " limit 1) a",
                NEXT + "id",
                Map.of(
                        "account", sight.account().value(),
                        "full", numbers(sight.full()),
                        "limited", numbers(sight.limited()),
                        "now", sql(now),
                        "earliest", sql(now.minus(Appointment.LONGEST))),
                (row, _) -> appointment(row, NEXT));
    }

    /** Reads that by itself. */
    public Optional<Appointment> read(Beside<Appointment> one) {
        return jdbc.sql(one.query()).params(one.params()).query(one.mapper()).optional();
    }

    /** What is over or called off, the last one first. */
    public List<Appointment> past(Sight sight, Instant now, int most) {
        return seenBy(sight, SELECT + VISIBLE + """
                         and (a.state in ('completed', 'no_show', 'cancelled')
                              or (a.state in ('booked', 'confirmed', 'arrived') and a.ends_at <= :now))
                         order by a.starts_at desc, a.id desc limit :most""")
                .param("now", sql(now))
                .param("most", most)
                .query((row, _) -> appointment(row))
                .list();
    }

    /** What ends after that, called off or not, the first one first. */
    public List<Appointment> since(Sight sight, Instant since, int most) {
        return seenBy(sight, SELECT + VISIBLE + """
                         and a.state in ('booked', 'confirmed', 'arrived', 'completed', 'cancelled') and a.ends_at > :since
                         order by a.starts_at, a.id limit :most""")
                .param("since", sql(since))
                .param("most", most)
                .query((row, _) -> appointment(row))
                .list();
    }

    private JdbcClient.StatementSpec seenBy(Sight sight, String query) {
        return jdbc.sql(query)
                .param("account", sight.account().value())
                .param("full", numbers(sight.full()))
                .param("limited", numbers(sight.limited()));
    }

    private static Long[] numbers(List<PatientId> patients) {
        return patients.stream().map(PatientId::value).toArray(Long[]::new);
    }

    public Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id.value())
                .query((row, _) -> appointment(row))
                .optional();
    }

    public Optional<Appointment> find(Reference reference) {
        return jdbc.sql(SELECT + " where a.reference = :reference")
                .param("reference", reference.value())
                .query((row, _) -> appointment(row))
                .optional();
    }

    /** Whether the practitioner has something else, buffers included, in that time. A hold that ran out is nothing. */
    public boolean isTaken(PractitionerId practitioner, Span occupied, AppointmentId except, Instant now) {
        return jdbc.sql("""
                        select exists(select from __tenant__.appointment
                                       where practitioner_id = :practitioner and occupied && tstzrange(:from, :until)
                                         and state in ('held', 'booked', 'confirmed', 'arrived', 'completed')
                                         and (state <> 'held' or held_until > :now) and id <> :except)""")
                .param("practitioner", practitioner.value())
                .param("from", sql(occupied.from()))
                .param("until", sql(occupied.until()))
                .param("now", sql(now))
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    /** What a form has already asked for. */
    public Optional<Appointment> ofAttempt(UUID attempt) {
        return jdbc.sql(SELECT + " where a.attempt = :attempt")
                .param("attempt", attempt)
                .query((row, _) -> appointment(row))
                .optional();
    }

    /** What these accounts booked before a record was known, the first one first. */
    public List<Appointment> unmatched(List<AccountId> accounts) {
        return jdbc.sql(SELECT + """
                         where a.account_id = any(cast(:accounts as bigint[])) and a.patient_id is null
                           and a.booked_at is not null
                         order by a.starts_at, a.id""")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, _) -> appointment(row))
                .list();
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return appointment(row, "");
    }

    private static Appointment appointment(ResultSet row, String prefix) throws SQLException {
        Long patient = idOrNull(row, prefix + "patient_id");
        Long account = idOrNull(row, prefix + "account_id");
        Instant moved = instantOrNull(row, prefix + "moved_at");
        Instant cancelled = instantOrNull(row, prefix + "cancelled_at");
        return new Appointment(
                new AppointmentId(row.getLong(prefix + "id")),
                new Reference(row.getString(prefix + "reference")),
                AppointmentState.of(row.getString(prefix + "state")),
                new ServiceId(row.getLong(prefix + "service_id")),
                new PractitionerId(row.getLong(prefix + "practitioner_id")),
                row.getString(prefix + "practitioner_name"),
                row.getString(prefix + "practitioner_title"),
                new Appointment.Address(
                        new LocationId(row.getLong(prefix + "location_id")),
                        row.getString(prefix + "location_name"),
                        row.getString(prefix + "street"),
                        row.getString(prefix + "postcode"),
                        row.getString(prefix + "city"),
                        row.getString(prefix + "map_link"),
                        row.getString(prefix + "phone"),
                        ZoneId.of(row.getString(prefix + "time_zone"))),
                patient == null ? null : new PatientId(patient),
                row.getString(prefix + "patient_name"),
                account == null ? null : new AccountId(account),
                instant(row, prefix + "starts_at"),
                instant(row, prefix + "ends_at"),
                row.getString(prefix + "preparation"),
                Receipt.read(row.getString(prefix + "rules")),
                row.getString(prefix + "note"),
                instantOrNull(row, prefix + "held_until"),
                instantOrNull(row, prefix + "booked_at"),
                moved == null
                        ? null
                        : new Appointment.Moving(
                                moved,
                                instant(row, prefix + "moved_from"),
                                new PractitionerId(row.getLong(prefix + "moved_from_practitioner"))),
                cancelled == null
                        ? null
                        : new Appointment.Cancellation(
                                cancelled,
                                "patient".equals(row.getString(prefix + "cancelled_by_kind")),
                                row.getString(prefix + "cancelled_because"),
                                row.getBoolean(prefix + "deposit_kept")),
                row.getInt(prefix + "version"));
    }

    private static @Nullable Long idOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
