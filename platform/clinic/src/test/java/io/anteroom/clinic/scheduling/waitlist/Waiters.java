package io.anteroom.clinic.scheduling.waitlist;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.AppointmentNews;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Pia's practice, people who wait for her times, and the worker that offers them, at the clinic that is bound. */
@Component
class Waiters {

    private static final LocalDate LATER = Practice.MONDAY.plusDays(30);

    private final Clinic clinic;
    private final Practice practice;
    private final PatientBooking booking;
    private final Waitlist waitlist;
    private final WaitlistOffers offers;
    private final TestClock clock;

    Waiters(
            Clinic clinic,
            Practice practice,
            PatientBooking booking,
            Waitlist waitlist,
            WaitlistOffers offers,
            TestClock clock) {
        this.clinic = clinic;
        this.practice = practice;
        this.booking = booking;
        this.waitlist = waitlist;
        this.offers = offers;
        this.clock = clock;
    }

    /** What can be waited for: one of each number. */
    record Setting(LocationId location, ServiceId service, PractitionerId pia) {}

    Setting practice() {
        var location = practice.location();
        var service = practice.service(location);
        return new Setting(location, service, practice.practitioner("Pia", service, location));
    }

    /** Any day at any time. */
    static Wish anyTime() {
        return new Wish(null, null, EnumSet.allOf(DayOfWeek.class), EnumSet.allOf(DayPart.class), LATER);
    }

    static Wish only(DayPart part) {
        return new Wish(null, null, EnumSet.allOf(DayOfWeek.class), Set.of(part), LATER);
    }

    static Wish only(DayOfWeek day) {
        return new Wish(null, null, Set.of(day), EnumSet.allOf(DayPart.class), LATER);
    }

    /** Somebody who can be written to, and does not wait. */
    VisibleChart person(String name) {
        var person = practice.patient(name);
        address(person, "email", name.toLowerCase(Locale.ROOT) + "@example.org");
        return person;
    }

    void address(VisibleChart person, String channel, String value) {
        clinic.run("""
                insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)
                values (%s, '%s', '%s', now(), 'test', now())""".formatted(person.viewer().account(), channel, value));
    }

    /** Somebody who waits from a minute later on than whoever did before. */
    VisibleChart waiter(Setting at, String name, Wish wish) {
        var person = person(name);
        waits(at, person, wish);
        return person;
    }

    VisibleChart waiter(Setting at, String name) {
        return waiter(at, name, anyTime());
    }

    WaitlistEntryId waits(Setting at, VisibleChart person, Wish wish) {
        clock.advance(Duration.ofSeconds(1));
        var joined = waitlist.join(person, at.service(), wish, UUID.randomUUID());
        assertThat(joined).isInstanceOf(Joining.Joined.class);
        return ((Joining.Joined) joined).entry();
    }

    Reference book(Setting at, VisibleChart who, String time) {
        var held =
                booking.hold(who, new WantedTime(at.service(), at.pia(), at.location(), at(time)), UUID.randomUUID());
        assertThat(held).isInstanceOf(Holding.Held.class);
        var booked = booking.book(who, ((Holding.Held) held).reference(), null);
        assertThat(booked).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booked).reference();
    }

    void cancel(VisibleChart who, Reference appointment) {
        assertThat(booking.cancel(who, appointment)).isInstanceOf(Changing.Done.class);
    }

    /** Somebody books that time on the Monday and gives it back. */
    void comesFree(Setting at, String time) {
        var zoe = person("Zoe" + clinic.sql("select count(*) from __tenant__.patient"));
        cancel(zoe, book(at, zoe, time));
        pass(Duration.ofMinutes(3));
    }

    /** So long passes, and the worker does what is due by then. */
    void pass(Duration time) {
        clock.advance(time);
        work();
    }

    /** The worker does what is due, and what that leaves to be done at once. */
    void work() {
        for (var ref : take()) {
            clinic.work(WaitlistRound.KIND, ref);
        }
    }

    /** The worker comes to the appointment that can no longer be undone. */
    void settle(Reference appointment) {
        clock.advance(Duration.ofMinutes(3));
        clinic.work(
                AppointmentNews.KIND,
                Long.toString(clinic.sql(
                        "select id from __tenant__.appointment where reference = '%s'".formatted(appointment))));
        work();
    }

    /** Work that is due; it is no longer in the queue. */
    List<String> take() {
        return Tenants.superuser()
                .sql("""
                        delete from control.scheduled_tasks where task_instance like :like and execution_time <= :now
                        returning split_part(task_instance, ':waitlist-round:', 2)""")
                .param("like", "%" + CurrentTenant.get().id() + ":waitlist-round:%")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** When the worker comes back. */
    List<Instant> queue() {
        return Tenants.superuser()
                .sql("""
                        select execution_time from control.scheduled_tasks where task_instance like :like
                         order by execution_time""")
                .param("like", "%:waitlist-round:%")
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** What somebody was offered last. */
    OfferedTime offered(VisibleChart who) {
        return offers.find(
                        who,
                        new Reference(clinic.texts("""
                        select o.reference from __tenant__.waitlist_offer o
                          join __tenant__.waitlist_entry e on e.id = o.entry_id
                         where e.account_id = %s order by o.id desc limit 1""".formatted(who.viewer().account()))
                                .getFirst()))
                .orElseThrow();
    }

    /** Who was offered what so far, in the order of the offers. */
    List<String> offers() {
        return clinic.texts("""
                select p.given_name || ' ' || to_char(o.starts_at at time zone 'Europe/London', 'Dy HH24:MI')
                  from __tenant__.waitlist_offer o join __tenant__.waitlist_entry e on e.id = o.entry_id
                  join __tenant__.patient p on p.id = e.patient_id order by o.id""");
    }

    /** To whom messages went, as texts of how and what. */
    List<String> messages() {
        return clinic.texts("""
                select channel || ' ' || recipient || ' ' || content::text from __tenant__.message
                 where about_kind = 'waitlist-offer' order by created_at, recipient""");
    }
}
