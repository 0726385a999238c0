package io.anteroom.demo;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.TimeSpan;
import io.anteroom.demo.SeedPractice.SeedService;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Months of appointments of a clinic the demo begins with, past and to come. No use case books into the past, and thousands
 * of bookings one by one would take their time, so these are written at once; the database's constraints hold them to what
 * holds for all. Nobody is told of them: they count as told.
 */
final class SeedDiary {

    /** How far back and ahead it goes. */
    static final int DAYS_BACK = 100;

    private static final int DAYS_AHEAD = 42;

    /** How many of those to come a patient has booked, of whom the clinic's cap leaves room for more. */
    private static final int BOOKED_ONESELF = 2;

    private static final int GRID = 15;
    private static final int LONG = 16;

    private final JdbcClient jdbc;
    private final SeedPractice practice;
    private final Actor.Staff owner;
    private final LocalDate today;
    private final Instant now;
    private final ZoneId zone;
    private final Random random;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, Instant> roomTakenUntil = new HashMap<>();

    /** One appointment; without a room where the service needs none. */
    private record Row(
            SeedService service,
            long practitioner,
            long location,
            @Nullable Long room,
            long patient,
            LocalDateTime start,
            String state) {}

    SeedDiary(BeanFactory application, SeedClinic clinic, Actor.Staff owner, LocalDate today) {
        this.jdbc = application.getBean(JdbcClient.class);
        this.practice = SeedPractice.of(clinic);
        this.owner = owner;
        this.today = today;
        this.now = application.getBean(Clock.class).instant();
        this.zone = CurrentTenant.get().zone();
        this.random = new Random(clinic.slug().hashCode());
    }

    /** Fills the diaries of these, who stand in the order of the practice's lists. */
    void fill(List<LocationId> locations, List<PractitionerId> practitioners) {
        List<Long> patients = numbers("select id from __tenant__.patient where not merged order by id");
        Map<LocationId, List<Long>> rooms = locations.stream()
                .collect(Collectors.toMap(
                        location -> location,
                        location -> numbers(
                                "select id from __tenant__.room where location_id = " + location + " order by id")));
        for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
            LocalDate date = today.plusDays(day);
            if (!isHoliday(date)) {
                var free = new ArrayList<>(patients);
                Collections.shuffle(free, random);
                for (int who = 0; who < practitioners.size(); who++) {
                    fill(date, who, locations, practitioners, rooms, free);
                }
            }
        }
        write();
    }

    private void fill(
            LocalDate date,
            int who,
            List<LocationId> locations,
            List<PractitionerId> practitioners,
            Map<LocationId, List<Long>> rooms,
            List<Long> free) {
        practice.practitioners().get(who).hours().forEach((place, days) -> {
            var location = locations.get(place);
            for (TimeSpan span : SeedAppointments.week(days).days().getOrDefault(date.getDayOfWeek(), List.of())) {
                LocalDateTime time = date.atTime(span.from());
                while (time.isBefore(date.atTime(span.until())) && !free.isEmpty()) {
                    var service = service(who, time, date.atTime(span.until()));
                    if (service == null || random.nextDouble() > density(date) || isMeeting(who, time)) {
                        time = time.plusMinutes(2 * GRID);
                    } else {
                        book(
                                service,
                                practitioners.get(who),
                                location,
                                rooms.getOrDefault(location, List.of()),
                                free,
                                time);
                        long length = (long) service.minutes() + service.after();
                        time = time.plusMinutes((length + GRID - 1) / GRID * GRID);
                    }
                }
            }
        });
    }

    private void book(
            SeedService service,
            PractitionerId practitioner,
            LocationId location,
            List<Long> rooms,
            List<Long> free,
            LocalDateTime time) {
        Instant from = time.atZone(zone).toInstant();
        Long room = rooms.stream()
                .filter(one -> !roomTakenUntil.getOrDefault(one, Instant.MIN).isAfter(from))
                .findFirst()
                .orElse(null);
        if (service.needsRoom() && room == null) {
            return;
        }
        if (service.needsRoom()) {
            roomTakenUntil.put(room, from.plus(Duration.ofMinutes(service.minutes() + service.after())));
        }
        rows.add(new Row(
                service,
                practitioner.value(),
                location.value(),
                service.needsRoom() ? room : null,
                free.removeFirst(),
                time,
                state(time)));
    }

    private @Nullable SeedService service(int who, LocalDateTime time, LocalDateTime until) {
        List<SeedService> possible = practice.services().stream()
                .filter(one -> one.practitioners().contains(who))
                .filter(one -> !time.plusMinutes(one.minutes()).isAfter(until))
                .toList();
        return possible.isEmpty() ? null : possible.get(random.nextInt(possible.size()));
    }

    /** How full a day is: past ones as full as the practice usually is, those far ahead hardly. */
    private double density(LocalDate date) {
        long days = ChronoUnit.DAYS.between(today, date);
        return practice.fullness() * (days <= 0 ? 1 : Math.max(0.2, 1 - days / 40.0));
    }

    private String state(LocalDateTime time) {
        Instant start = time.atZone(zone).toInstant();
        double draw = random.nextDouble();
        if (start.isBefore(now.minus(Duration.ofMinutes(30)))) {
            return draw < 0.05 ? "no_show" : draw < 0.12 ? "cancelled" : "completed";
        }
        if (start.isBefore(now)) {
            return "arrived";
        }
        boolean soon = start.isBefore(now.plus(Duration.ofDays(2)));
        return draw < 0.04 ? "cancelled" : soon && draw < 0.6 ? "confirmed" : "booked";
    }

    private boolean isMeeting(int who, LocalDateTime time) {
        return who == 0
                && time.toLocalDate().equals(today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)))
                && time.getHour() >= 13
                && time.getHour() < 15;
    }

    private boolean isHoliday(LocalDate date) {
        return practice.holidays()
                .containsKey(DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT).format(date));
    }

    private void write() {
        jdbc.sql("""
                        insert into __tenant__.appointment
                            (reference, attempt, service_id, practitioner_id, location_id, room_id, patient_id, account_id, state,
                             starts_at, ends_at, occupied, rules, created_at, created_by_kind, created_by, booked_at, cancelled_at,
                             cancelled_by_kind, cancelled_by, told_state, told_start, version)
                        select t.reference, gen_random_uuid(), s.id, t.practitioner, t.location, t.room, t.patient, g.account_id,
                               t.state, t.starts, t.starts + s.minutes * interval '1 minute',
                               tstzrange(t.starts, t.starts + (s.minutes + s.buffer_after) * interval '1 minute'),
                               jsonb_build_object('service', s.name, 'minutes', s.minutes, 'priceMinor', s.price_minor, 'currency',
                                                  s.currency, 'cancelUntilMinutes', s.cancel_until_minutes, 'zone', cast(:zone as text)),
                               least(t.starts - interval '9 days', :now), case when g.account_id is null then 'staff' else 'patient' end,
                               coalesce(cast(g.account_id as text), cast(:owner as text)), least(t.starts - interval '9 days', :now),
                               case when t.state = 'cancelled' then least(t.starts - interval '2 days', :now) end,
                               case when t.state = 'cancelled' then 'staff' end, case when t.state = 'cancelled' then cast(:owner as text) end,
                               case when t.state = 'cancelled' then 'cancelled' else 'booked' end, t.starts, 0
                          from (select reference, service, practitioner, location, room, patient, state, starts,
                                       count(*) filter (where starts > :now) over (partition by patient order by starts) as ahead
                                  from unnest(cast(:references as text[]), cast(:services as text[]),
                                              cast(:practitioners as bigint[]), cast(:locations as bigint[]),
                                              cast(:rooms as bigint[]), cast(:patients as bigint[]), cast(:states as text[]),
                                              cast(:starts as timestamptz[]))
                                       as u (reference, service, practitioner, location, room, patient, state, starts)) t
                          join __tenant__.service s on s.name = t.service
                          left join __tenant__.access_grant g
                            on g.patient_id = t.patient and g.relationship = 'self' and g.ended_at is null and s.online
                           and t.ahead <= :ahead
                        on conflict do nothing""")
                .param("zone", zone.getId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("owner", owner.name())
                .param("ahead", BOOKED_ONESELF)
                .param("references", texts(_ -> reference()))
                .param("services", texts(row -> row.service().name()))
                .param("practitioners", longs(Row::practitioner))
                .param("locations", longs(Row::location))
                .param("rooms", longs(Row::room))
                .param("patients", longs(Row::patient))
                .param("states", texts(Row::state))
                .param(
                        "starts",
                        texts(row -> row.start().atZone(zone).toInstant().toString()))
                .update();
    }

    private String reference() {
        var letters = new StringBuilder(LONG);
        for (int i = 0; i < LONG; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private String[] texts(Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private Long[] longs(Function<Row, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private List<Long> numbers(String query) {
        return jdbc.sql(query).query(Long.class).list();
    }
}
