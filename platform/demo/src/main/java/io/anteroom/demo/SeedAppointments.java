package io.anteroom.demo;

import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.BlockedTime;
import io.anteroom.clinic.scheduling.hours.BlockedTimes;
import io.anteroom.clinic.scheduling.hours.Holiday;
import io.anteroom.clinic.scheduling.hours.Holidays;
import io.anteroom.clinic.scheduling.hours.PlannedWeek;
import io.anteroom.clinic.scheduling.hours.Week;
import io.anteroom.clinic.scheduling.hours.WorkingHours;
import io.anteroom.clinic.scheduling.setup.LocationDetails;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.PractitionerDetails;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.Rooms;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.ServiceDetails;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.BookingRules;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Givers;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Timing;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.demo.SeedPractice.SeedLocation;
import io.anteroom.demo.SeedPractice.SeedPractitioner;
import io.anteroom.demo.SeedPractice.SeedService;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a demo clinic's staff set up for appointments, through the use cases of their pages, and the appointments there are. */
final class SeedAppointments {

    private static final int HOURS_NOTICE = 4;
    private static final int HOURS_TO_CHANGE = 24;
    private static final int HORIZON_DAYS = 60;
    private static final int MINUTES = 60;

    private final BeanFactory application;
    private final Actor.Staff owner;
    private final SeedClinic clinic;
    private final SeedPractice practice;
    private final ZoneId zone;
    private final LocalDate today;

    SeedAppointments(BeanFactory application, SeedClinic clinic, Actor.Staff owner) {
        this.application = application;
        this.owner = owner;
        this.clinic = clinic;
        this.practice = SeedPractice.of(clinic);
        this.zone = CurrentTenant.get().zone();
        this.today = LocalDate.ofInstant(application.getBean(Clock.class).instant(), zone);
    }

    /** All of it or nothing, and nothing where the clinic has a location. */
    void put() {
        application.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
            if (application.getBean(Locations.class).all().isEmpty()) {
                register();
                var locations = locations();
                var practitioners = practitioners(locations);
                services(locations, practitioners);
                holidays();
                meeting(practitioners.getFirst());
                new SeedDiary(application, clinic, owner, today).fill(locations, practitioners);
                remind();
                await();
            }
        });
    }

    private void register() {
        var records = application.getBean(PatientRecords.class);
        practice.regulars()
                .forEach(
                        one -> records.register(PatientDetails.of(one.given(), one.family(), one.born()), true, owner));
    }

    private List<LocationId> locations() {
        var ids = new ArrayList<LocationId>();
        for (SeedLocation one : practice.locations()) {
            var details = new LocationDetails(
                    one.name(),
                    one.street(),
                    one.postcode(),
                    one.city(),
                    clinic.country(),
                    null,
                    PhoneNumber.parse(one.phone(), clinic.country()).orElse(null),
                    zone);
            var id = new LocationId(saved(application.getBean(Locations.class).add(details, owner)));
            one.rooms().forEach(room -> saved(application.getBean(Rooms.class).add(id, room, owner)));
            ids.add(id);
        }
        return ids;
    }

    private List<PractitionerId> practitioners(List<LocationId> locations) {
        var ids = new ArrayList<PractitionerId>();
        for (SeedPractitioner one : practice.practitioners()) {
            var details = new PractitionerDetails(null, one.name(), one.title(), one.about());
            var id = new PractitionerId(
                    saved(application.getBean(Practitioners.class).add(details, owner)));
            one.hours().forEach((place, days) -> plan(id, locations.get(place), days));
            ids.add(id);
        }
        return ids;
    }

    private void plan(PractitionerId practitioner, LocationId location, Map<DayOfWeek, String> days) {
        var hours = application.getBean(WorkingHours.class);
        var week = new PlannedWeek(location, today.minusDays(SeedDiary.DAYS_BACK), null, week(days));
        saved(hours.plan(
                practitioner,
                new WorkingHours.Wanted(WorkingHours.fingerprint(hours.of(practitioner, today)), null, week),
                today,
                owner));
    }

    /** Hours as staff type them. */
    static Week week(Map<DayOfWeek, String> days) {
        var typed = new HashMap<String, List<String>>();
        days.forEach((day, text) -> typed.put(Week.field(day), List.of(text)));
        return Week.read(new Typed(typed));
    }

    private void services(List<LocationId> locations, List<PractitionerId> practitioners) {
        Set<Long> places = locations.stream().map(LocationId::value).collect(Collectors.toSet());
        for (SeedService one : practice.services()) {
            Set<Long> givers = one.practitioners().stream()
                    .map(number -> practitioners.get(number).value())
                    .collect(Collectors.toSet());
            saved(application
                    .getBean(Services.class)
                    .add(
                            new ServiceDetails(
                                    one.name(),
                                    one.description(),
                                    one.preparation(),
                                    new Timing(one.minutes(), 0, one.after()),
                                    Money.of(one.price(), clinic.currency()),
                                    new BookingRules(
                                            one.online(),
                                            one.forNew(),
                                            HOURS_NOTICE * MINUTES,
                                            HOURS_TO_CHANGE * MINUTES,
                                            HORIZON_DAYS,
                                            one.deposit() == 0 ? null : Money.of(one.deposit(), clinic.currency())),
                                    new Givers(givers, places, one.needsRoom(), Set.of())),
                            owner));
        }
    }

    /** Said last, so that the worker plans the reminders of what is in the diary by then. */
    private void remind() {
        var services = application.getBean(Services.class);
        for (Service one : services.all()) {
            saved(services.change(one.id(), one.version(), one.details().reminding(practice.reminders()), owner));
        }
    }

    /** Two who wait for a time, as their first look at the portal would leave them. */
    private void await() {
        application
                .getBean(JdbcClient.class)
                .sql("""
                        insert into __tenant__.waitlist_entry
                            (attempt, account_id, patient_id, service_id, weekdays, day_parts, last_day, created_at)
                        select gen_random_uuid(), g.account_id, g.patient_id, (select min(id) from __tenant__.service where online),
                               case when row_number() over (order by g.id) = 1 then array[6, 7] else array[1, 2, 3, 4, 5] end,
                               array['evening'], :until, :now
                          from __tenant__.access_grant g where g.ended_at is null and 'bookings' = any(g.scope)
                         order by g.id limit 2""")
                .param("until", today.plusWeeks(6))
                .param("now", SqlTimes.sql(application.getBean(Clock.class).instant()))
                .update();
    }

    private void holidays() {
        practice.holidays().forEach((day, name) -> {
            LocalDate next = next(day);
            saved(application.getBean(Holidays.class).add(new Holiday(List.of(), next, next, null, name), owner));
        });
    }

    private LocalDate next(String monthAndDay) {
        var day = MonthDay.parse("--" + monthAndDay);
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    private void meeting(PractitionerId practitioner) {
        LocalDate day = today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        saved(application
                .getBean(BlockedTimes.class)
                .block(
                        new BlockedTime(
                                0,
                                practitioner,
                                day.atTime(LocalTime.of(14, 0)).atZone(zone).toInstant(),
                                day.atTime(LocalTime.of(15, 0)).atZone(zone).toInstant(),
                                "Team meeting",
                                0),
                        owner));
    }

    private static long saved(SetupResult result) {
        if (result instanceof SetupResult.Saved(long id)) {
            return id;
        }
        throw new IllegalStateException(
                String.format(Locale.ROOT, "The demo could not set up appointments: %s", result));
    }
}
