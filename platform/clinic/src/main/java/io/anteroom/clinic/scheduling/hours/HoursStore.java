package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of weekly hours, a row for each span of each day. */
@Repository
class HoursStore {

    private static final String HOURS = """
            select practitioner_id, location_id, weekday, from_time, until_time, valid_from, valid_until
              from __tenant__.working_hours where (valid_until is null or valid_until >= ?)""";

    private static final String ORDER = " order by practitioner_id, location_id, valid_from, weekday, from_time";

    private final JdbcClient jdbc;

    HoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the table. */
    private record Row(
            PractitionerId practitioner,
            LocationId location,
            DayOfWeek day,
            TimeSpan span,
            LocalDate from,
            @Nullable LocalDate until) {

        Period period() {
            return new Period(location, from, until);
        }
    }

    private record Period(
            LocationId location, LocalDate from, @Nullable LocalDate until) {}

    /** Whose hours nobody else changes until the transaction ends; gives the name. */
    Optional<String> lockPractitioner(PractitionerId practitioner) {
        return jdbc.sql("select name from __tenant__.practitioner where id = ? for no key update")
                .param(practitioner.value())
                .query(String.class)
                .optional();
    }

    List<PlannedWeek> plans(PractitionerId practitioner, LocalDate from) {
        return weeks(jdbc.sql(HOURS + " and practitioner_id = ?" + ORDER)
                .params(from, practitioner.value())
                .query((row, _) -> row(row))
                .list());
    }

    Map<PractitionerId, List<PlannedWeek>> plans(LocalDate from) {
        Map<PractitionerId, List<Row>> rows = new LinkedHashMap<>();
        jdbc.sql(HOURS + ORDER)
                .param(from)
                .query((row, _) -> row(row))
                .list()
                .forEach(row -> rows.computeIfAbsent(row.practitioner(), _ -> new ArrayList<>())
                        .add(row));
        Map<PractitionerId, List<PlannedWeek>> plans = new LinkedHashMap<>();
        rows.forEach((practitioner, theirs) -> plans.put(practitioner, weeks(theirs)));
        return plans;
    }

    /** Puts {@code plans} in the place of those at the location that hold on {@code from} or later. */
    void replace(PractitionerId practitioner, LocationId location, LocalDate from, List<PlannedWeek> plans) {
        jdbc.sql("""
                        delete from __tenant__.working_hours
                         where practitioner_id = ? and location_id = ? and (valid_until is null or valid_until >= ?)""").params(practitioner.value(), location.value(), from).update();
        plans.forEach(plan ->
                plan.week().days().forEach((day, spans) -> spans.forEach(span -> add(practitioner, plan, day, span))));
    }

    private void add(PractitionerId practitioner, PlannedWeek plan, DayOfWeek day, TimeSpan span) {
        jdbc.sql("""
                        insert into __tenant__.working_hours
                            (practitioner_id, location_id, weekday, from_time, until_time, valid_from, valid_until)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        practitioner.value(),
                        plan.location().value(),
                        day.getValue(),
                        span.from(),
                        span.until(),
                        plan.from())
                .param(plan.until())
                .update();
    }

    private static List<PlannedWeek> weeks(List<Row> rows) {
        Map<Period, Map<DayOfWeek, List<TimeSpan>>> periods = new LinkedHashMap<>();
        for (Row row : rows) {
            periods.computeIfAbsent(row.period(), _ -> new EnumMap<>(DayOfWeek.class))
                    .computeIfAbsent(row.day(), _ -> new ArrayList<>())
                    .add(row.span());
        }
        List<PlannedWeek> weeks = new ArrayList<>();
        periods.forEach((period, days) ->
                weeks.add(new PlannedWeek(period.location(), period.from(), period.until(), new Week(days))));
        return weeks;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new PractitionerId(row.getLong("practitioner_id")),
                new LocationId(row.getLong("location_id")),
                DayOfWeek.of(row.getInt("weekday")),
                new TimeSpan(row.getObject("from_time", LocalTime.class), row.getObject("until_time", LocalTime.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
