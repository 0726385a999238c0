package io.anteroom.clinic.scheduling.agenda;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery.Show;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's lists of appointments: two statements a page, whatever is asked, and however long the clinic's past is.
 * Whoever calls has asked for {@code MANAGE_APPOINTMENTS}.
 */
@Component
@Transactional(readOnly = true)
public class Agenda {

    /** What was held and never booked is in no list. */
    private static final String BETWEEN = """
             where a.practitioner_id = any(array(select w.id from __tenant__.practitioner w
                                                  where cast(:practitioner as bigint) is null or w.id = :practitioner))
               and a.starts_at >= :from and a.starts_at < :until and a.state not in ('held', 'awaiting_payment', 'expired')
            """;

    private static final String ROWS = """
            select a.id, a.state, a.starts_at, a.ends_at, l.time_zone, a.rules ->> 'service' as service,
                   w.name as practitioner, l.name as location, r.name as room, a.patient_id,
                   btrim(p.given_name || ' ' || p.family_name) as patient_name, p.birth_date,
                   a.created_by_kind = 'patient' as online, a.cancelled_because, a.version
              from __tenant__.appointment a
              join __tenant__.practitioner w on w.id = a.practitioner_id
              join __tenant__.location l on l.id = a.location_id
              left join __tenant__.room r on r.id = a.room_id
              left join __tenant__.patient p on p.id = a.patient_id
            """;

    private static final String WEEKS = """
            select cast(date_trunc('week', a.starts_at at time zone :zone) as date) as monday,
                   count(*) filter (where a.state in ('arrived', 'completed')
                                       or (a.state in ('booked', 'confirmed') and a.starts_at <= :now)) as held,
                   count(*) filter (where a.state = 'no_show') as missed,
                   count(*) filter (where a.state in ('booked', 'confirmed') and a.starts_at > :now) as ahead
              from __tenant__.appointment a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Agenda(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The clinic's today. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    /** The page that {@code query} asks for; beyond the last one it is empty. */
    public AgendaPage page(AgendaQuery query) {
        Map<Show, Long> counts = counts(query);
        return new AgendaPage(
                rows(query, AgendaQuery.PAGE_SIZE, (query.page() - 1L) * AgendaQuery.PAGE_SIZE),
                Objects.requireNonNull(counts.get(query.show())),
                counts);
    }

    /** How many are in each group, in one statement. */
    public Map<Show, Long> counts(AgendaQuery query) {
        String sums = Arrays.stream(Show.values())
                .map(show -> "count(*) filter (where " + show.condition() + ") as " + show.name())
                .collect(Collectors.joining(", "));
        return between("select " + sums + " from __tenant__.appointment a" + BETWEEN, query)
                .query((row, _) -> {
                    Map<Show, Long> counts = new EnumMap<>(Show.class);
                    for (Show show : Show.values()) {
                        counts.put(show, row.getLong(show.name()));
                    }
                    return counts;
                })
                .single();
    }

    /** Those of a group that begin first, after {@code skip} of them. */
    List<AgendaRow> rows(AgendaQuery query, int most, long skip) {
        return between(
                        ROWS + BETWEEN + " and " + query.show().condition()
                                + " order by a.starts_at, a.id limit :most offset :skip",
                        query)
                .param("most", most)
                .param("skip", skip)
                .query((row, _) -> row(row))
                .list();
    }

    /** The next of the day, those under way included, that are neither over nor called off. */
    public List<AgendaRow> next(int most) {
        LocalDate today = today();
        return between(
                        ROWS + BETWEEN + " and a.state in ('booked', 'confirmed', 'arrived') and a.ends_at > :now"
                                + " order by a.starts_at, a.id limit :most",
                        new AgendaQuery(Show.ALL, today, today, null, 1))
                .param("now", sql(clock.instant()))
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    /** The weeks around this one, {@code before} and {@code after} it, by the clinic's clocks, those with nothing included. */
    public List<Week> weeks(int before, int after) {
        LocalDate first =
                today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(before);
        int number = before + 1 + after;
        Map<LocalDate, Week> found = between(
                        WEEKS + BETWEEN + " group by 1",
                        new AgendaQuery(Show.ALL, first, first.plusWeeks(number).minusDays(1), null, 1))
                .param("zone", CurrentTenant.get().zone().getId())
                .param("now", sql(clock.instant()))
                .query((row, _) -> new Week(
                        row.getObject("monday", LocalDate.class),
                        row.getLong("held"),
                        row.getLong("missed"),
                        row.getLong("ahead")))
                .stream()
                .collect(Collectors.toMap(Week::monday, week -> week));
        return first.datesUntil(first.plusWeeks(number), Period.ofWeeks(1))
                .map(monday -> found.getOrDefault(monday, new Week(monday, 0, 0, 0)))
                .toList();
    }

    private JdbcClient.StatementSpec between(String statement, AgendaQuery query) {
        ZoneId zone = CurrentTenant.get().zone();
        Instant from = query.from().atStartOfDay(zone).toInstant();
        Instant until = query.until().plusDays(1).atStartOfDay(zone).toInstant();
        var practitioner = query.practitioner();
        return jdbc.sql(statement)
                .param("practitioner", practitioner == null ? null : practitioner.value(), Types.BIGINT)
                .param("from", sql(from))
                .param("until", sql(until));
    }

    private static AgendaRow row(ResultSet row) throws SQLException {
        @Nullable Long patient = row.getObject("patient_id", Long.class);
        return new AgendaRow(
                new AppointmentId(row.getLong("id")),
                AppointmentState.of(row.getString("state")),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("service"),
                row.getString("practitioner"),
                row.getString("location"),
                row.getString("room"),
                patient == null ? null : new PatientId(patient),
                row.getString("patient_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("online"),
                row.getString("cancelled_because"),
                row.getInt("version"));
    }
}
