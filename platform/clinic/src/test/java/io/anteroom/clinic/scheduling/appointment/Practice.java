package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A practice in London that can be booked: its set-up in few words, and accounts of patients. */
@Component
public class Practice {

    /** The Monday after {@link TestClock#START}, a Saturday. */
    public static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clinic clinic;
    private final Charts charts;
    private final TestClock clock;

    Practice(Clinic clinic, Charts charts, TestClock clock) {
        this.clinic = clinic;
        this.charts = charts;
        this.clock = clock;
    }

    /** That time on {@link #MONDAY}. */
    public static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(LONDON).toInstant();
    }

    public LocationId location() {
        return new LocationId(clinic.sql("""
                insert into __tenant__.location (name, street, postcode, city, country, phone, time_zone, position, version)
                values ('High Street', '1 High Street', 'N1 1AA', 'London', 'GB', '+442079460000', 'Europe/London', 1, 0)
                returning id"""));
    }

    /** Half an hour, bookable by patients at that place, a day's notice for changes, two hours' for booking. */
    public ServiceId service(LocationId location) {
        long id = clinic.sql("""
                insert into __tenant__.service (name, description, preparation, minutes, price_minor, currency, position, version)
                values ('Physiotherapy', 'A first look', 'Bring loose clothes.', 30, 4500, 'GBP', 1, 0) returning id""");
        clinic.run("insert into __tenant__.service_location (service_id, location_id) values (%d, %d)"
                .formatted(id, location.value()));
        return new ServiceId(id);
    }

    /** Somebody who does it, at work each day from nine to five. */
    public PractitionerId practitioner(String name, ServiceId service, LocationId location) {
        long id = clinic.sql("""
                insert into __tenant__.practitioner (name, title, about, position, version)
                values ('%s', 'Physiotherapist', '', 1, 0) returning id""".formatted(name));
        clinic.run("insert into __tenant__.service_practitioner (service_id, practitioner_id) values (%d, %d)"
                .formatted(service.value(), id));
        clinic.run("""
                insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                select %d, %d, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 7) weekday""".formatted(id, location.value()));
        return new PractitionerId(id);
    }

    /** Somebody signed in, acting for a patient of that name. */
    public VisibleChart patient(String name) {
        return patient(name, "full", "bookings");
    }

    public VisibleChart patient(String name, String level, String scopes) {
        var patient = clinic.patient(name);
        return chart(account(patient, level, scopes), patient);
    }

    /** One more account that may see the patient. */
    public AccountId account(PatientId patient, String level, String scopes) {
        long account = clinic.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id");
        clinic.run("""
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                values (%d, %d, '%s', '%s', '{%s}', now(), 'test')""".formatted(account, patient.value(), "full".equals(level) ? "self" : "carer", level, scopes)
                .toLowerCase(Locale.ROOT));
        return new AccountId(account);
    }

    /** What an account sees now. */
    public VisibleChart chart(AccountId account, @Nullable PatientId patient) {
        return charts.visibleTo(
                new Viewer(account, new SessionId(1), clock.instant().plus(Duration.ofHours(1)), patient, null));
    }
}
