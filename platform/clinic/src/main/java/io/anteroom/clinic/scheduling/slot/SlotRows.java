package io.anteroom.clinic.scheduling.slot;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is set up and what is taken, as rows. Called within a transaction. */
@Component
class SlotRows {

    /** An appointment takes at most this long, so what started earlier is over; the migration's check says so too. */
    private static final Duration LONGEST = Duration.ofHours(14);

    private static final Duration LONGEST_BUFFER = Duration.ofHours(2);

    static final String SERVICE = """
            s.id, s.name, s.description, s.preparation, s.minutes, s.buffer_before, s.buffer_after, s.price_minor, s.currency,
            s.online, s.for_new_patients, s.needs_room, s.notice_minutes, s.cancel_until_minutes, s.horizon_days,
            s.deposit_minor
            """;

    private static final String STANDS = """
             and a.starts_at > :since and a.starts_at < :until and upper(a.occupied) > :from
             and a.state in ('held', 'awaiting_payment', 'booked', 'confirmed', 'arrived', 'completed')
             and (a.state <> 'held' or a.held_until > :now)
             and a.id is distinct from cast(:except as bigint)
            """;

    private static final String TAKEN = """
            select a.practitioner_id, a.room_id, lower(a.occupied) as taken_from, upper(a.occupied) as taken_until,
                   false as blocked
              from __tenant__.appointment a
             where a.practitioner_id = any(cast(:practitioners as bigint[]))
            """ + STANDS + """
            union all
            select cast(null as bigint), a.room_id, lower(a.occupied), upper(a.occupied), false
              from __tenant__.appointment a
             where a.room_id = any(cast(:rooms as bigint[]))
               and a.practitioner_id <> all(cast(:practitioners as bigint[]))
            """ + STANDS + """
            union all
            select b.practitioner_id, cast(null as bigint), b.starts_at, b.ends_at, true
              from __tenant__.blocked_time b
             where b.practitioner_id = any(cast(:practitioners as bigint[]))
               and b.ends_at > :from and b.starts_at < :until
            """;

    private final JdbcClient jdbc;

    SlotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A service that can be booked, and who does it. */
    record Doers(BookableService service, List<Practitioner> practitioners) {}

    /** Hours of one practitioner: of each week, or of one day; one of the two is null. */
    record HoursRow(
            PractitionerId practitioner,
            @Nullable WeeklyHours weekly,
            @Nullable DayException exception) {}

    /** A stretch that is taken, of a practitioner, a room or both, by an appointment or as blocked time. */
    record TakenRow(
            @Nullable PractitionerId practitioner, @Nullable RoomId room, Span span, boolean blocked) {}

    Optional<Doers> doers(ServiceId service) {
        return jdbc.sql("select " + SERVICE + """
                        , p.id as practitioner_id, p.name as practitioner_name, p.title as practitioner_title
                          from __tenant__.service s
                          left join (__tenant__.service_practitioner d
                                     join __tenant__.practitioner p on p.id = d.practitioner_id and p.ended_at is null)
                            on d.service_id = s.id
                         where s.id = :service and s.ended_at is null
                         order by p.position, p.id""")
                .param("service", service.value())
                .query((ResultSet rows) -> {
                    Doers doers = null;
                    while (rows.next()) {
                        if (doers == null) {
                            doers = new Doers(service(rows), new ArrayList<>());
                        }
                        long id = rows.getLong("practitioner_id");
                        if (!rows.wasNull()) {
                            doers.practitioners()
                                    .add(new Practitioner(
                                            new PractitionerId(id),
                                            rows.getString("practitioner_name"),
                                            rows.getString("practitioner_title")));
                        }
                    }
                    return Optional.ofNullable(doers);
                });
    }

    /** The services that patients may book, which somebody does somewhere. */
    List<BookableService> online() {
        return jdbc.sql("select " + SERVICE + """
                          from __tenant__.service s
                         where s.online and s.ended_at is null
                           and exists (select from __tenant__.service_practitioner d
                                         join __tenant__.practitioner p on p.id = d.practitioner_id and p.ended_at is null
                                        where d.service_id = s.id)
                           and exists (select from __tenant__.service_location w
                                         join __tenant__.location l on l.id = w.location_id and l.ended_at is null
                                        where w.service_id = s.id)
                         order by s.position, s.id""")
                .query((row, _) -> service(row))
                .list();
    }

    /** Where it is done, with the holidays of these days and the rooms, of which nothing is known to be taken yet. */
    List<Place> places(BookableService service, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select l.id, l.name, l.time_zone,
                               array(select h.day from __tenant__.holiday h
                                      where h.day between :first and :last
                                        and (h.location_id is null or h.location_id = l.id)) as closed,
                               array(select r.id from __tenant__.room r
                                      where :rooms and r.location_id = l.id and r.ended_at is null
                                        and (not exists (select from __tenant__.service_room x where x.service_id = :service)
                                             or exists (select from __tenant__.service_room x
                                                         where x.service_id = :service and x.room_id = r.id))
                                      order by r.id) as rooms
                          from __tenant__.service_location w
                          join __tenant__.location l on l.id = w.location_id and l.ended_at is null
                         where w.service_id = :service
                         order by l.position, l.id""")
                .param("service", service.id().value())
                .param("first", first)
                .param("last", last)
                .param("rooms", service.needsRoom())
                .query((row, _) -> place(row))
                .list();
    }

    List<HoursRow> hours(Long[] practitioners, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select practitioner_id, location_id, weekday, cast(null as date) as day, from_time, until_time, valid_from,
                               valid_until, true as works
                          from __tenant__.working_hours
                         where practitioner_id = any(cast(:practitioners as bigint[]))
                           and valid_from <= :last and (valid_until is null or valid_until >= :first)
                        union all
                        select practitioner_id, location_id, cast(null as smallint), day, from_time, until_time, cast(null as date), cast(null as date), works
                          from __tenant__.hours_exception
                         where practitioner_id = any(cast(:practitioners as bigint[])) and day between :first and :last""")
                .param("practitioners", practitioners)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> hours(row))
                .list();
    }

    /** What overlaps with the span, and what starts just after it, whose buffer may reach into it. */
    List<TakenRow> taken(Long[] practitioners, Long[] rooms, Span span, Instant now, @Nullable Long except) {
        return jdbc.sql(TAKEN)
                .param("practitioners", practitioners)
                .param("rooms", rooms)
                .param("since", sql(span.from().minus(LONGEST)))
                .param("from", sql(span.from()))
                .param("until", sql(span.until().plus(LONGEST_BUFFER)))
                .param("now", sql(now))
                .param("except", except)
                .query((row, _) -> new TakenRow(
                        idOrNull(row, "practitioner_id") == null
                                ? null
                                : new PractitionerId(row.getLong("practitioner_id")),
                        idOrNull(row, "room_id") == null ? null : new RoomId(row.getLong("room_id")),
                        new Span(instant(row, "taken_from"), instant(row, "taken_until")),
                        row.getBoolean("blocked")))
                .list();
    }

    private static BookableService service(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Long deposit = idOrNull(row, "deposit_minor");
        return new BookableService(
                new ServiceId(row.getLong("id")),
                row.getString("name"),
                row.getString("description"),
                row.getString("preparation"),
                row.getInt("minutes"),
                row.getInt("buffer_before"),
                row.getInt("buffer_after"),
                idOrNull(row, "price_minor"),
                currency == null ? null : Currency.getInstance(currency),
                row.getBoolean("online"),
                row.getBoolean("for_new_patients"),
                row.getBoolean("needs_room"),
                row.getInt("notice_minutes"),
                row.getInt("cancel_until_minutes"),
                row.getInt("horizon_days"),
                deposit == null ? null : new Money(deposit, CurrentTenant.get().currency()));
    }

    private static Place place(ResultSet row) throws SQLException {
        var rooms = new LinkedHashMap<RoomId, List<Span>>();
        for (Long room : (Long[]) row.getArray("rooms").getArray()) {
            rooms.put(new RoomId(room), List.of());
        }
        return new Place(
                new LocationId(row.getLong("id")),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                Arrays.stream((Date[]) row.getArray("closed").getArray())
                        .map(Date::toLocalDate)
                        .collect(Collectors.toSet()),
                rooms);
    }

    private static HoursRow hours(ResultSet row) throws SQLException {
        var practitioner = new PractitionerId(row.getLong("practitioner_id"));
        var from = row.getObject("from_time", LocalTime.class);
        var hours = from == null ? null : new LocalHours(from, row.getObject("until_time", LocalTime.class));
        Long location = idOrNull(row, "location_id");
        var where = location == null ? null : new LocationId(location);
        LocalDate day = row.getObject("day", LocalDate.class);
        if (day != null) {
            return new HoursRow(practitioner, null, new DayException(where, day, hours, row.getBoolean("works")));
        }
        return new HoursRow(
                practitioner,
                new WeeklyHours(
                        Objects.requireNonNull(where),
                        DayOfWeek.of(row.getInt("weekday")),
                        Objects.requireNonNull(hours),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                null);
    }

    private static @Nullable Long idOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
