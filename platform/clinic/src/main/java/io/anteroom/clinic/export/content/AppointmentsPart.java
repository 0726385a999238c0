package io.anteroom.clinic.export.content;

import static io.anteroom.clinic.access.SqlTimes.instant;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.language.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The patient's appointments, or those that who asks booked; all but times that were held and never booked. */
@Component
@Order(2)
class AppointmentsPart implements ExportPart {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final InPages pages;

    AppointmentsPart(JdbcClient jdbc, InPages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    private record Row(
            long id,
            AppointmentState state,
            Instant start,
            Instant end,
            ZoneId zone,
            String service,
            String practitioner,
            String location,
            @Nullable String note) {}

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Appointments");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.scopes().contains(AccessScope.BOOKINGS);
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        pages.each(
                after -> read(subject, after),
                Row::id,
                row -> to.add(ExportSubject.urn("Appointment", row.id()), resource(subject, row)));
    }

    private static Map<String, Object> resource(ExportSubject subject, Row row) {
        Map<String, Object> appointment = Resources.ofType("Appointment");
        appointment.put("status", status(row.state()));
        appointment.put("serviceType", List.of(Map.of("text", row.service())));
        appointment.put("start", row.start().toString());
        appointment.put("end", row.end().toString());
        if (row.note() != null) {
            appointment.put("comment", row.note());
        }
        appointment.put(
                "participant",
                List.of(
                        Map.of("actor", Resources.to(subject.patientUrn()), "status", "accepted"),
                        Map.of("actor", Map.of("display", row.practitioner()), "status", "accepted"),
                        Map.of("actor", Map.of("display", row.location()), "status", "accepted")));
        return appointment;
    }

    /** The code of FHIR's AppointmentStatus. */
    private static String status(AppointmentState state) {
        return switch (state) {
            case ARRIVED -> "arrived";
            case COMPLETED -> "fulfilled";
            case NO_SHOW -> "noshow";
            case CANCELLED -> "cancelled";
            default -> "booked";
        };
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        to.beginTable(List.of(
                words.say("When"),
                words.say("What"),
                words.say("With"),
                words.say("Where"),
                words.say("State"),
                words.say("Your note")));
        pages.each(
                after -> read(subject, after),
                Row::id,
                row -> to.row(List.of(
                        words.dayAndTime(row.start().atZone(row.zone())),
                        row.service(),
                        row.practitioner(),
                        row.location(),
                        state(words, row.state()),
                        row.note() == null ? "" : row.note())));
        to.endTable();
    }

    private static String state(Words words, AppointmentState state) {
        return switch (state) {
            case CONFIRMED -> words.say("Confirmed");
            case ARRIVED -> words.say("Arrived");
            case COMPLETED -> words.say("Completed");
            case NO_SHOW -> words.say("Did not come");
            case CANCELLED -> words.say("Cancelled");
            default -> words.say("Booked");
        };
    }

    private List<Row> read(ExportSubject subject, long after) {
        return jdbc.sql("""
                        select a.id, a.state, a.starts_at, a.ends_at, l.time_zone, a.rules ->> 'service' as service, a.note,
                               w.name as practitioner, l.name as location
                          from __tenant__.appointment a
                          join __tenant__.practitioner w on w.id = a.practitioner_id
                          join __tenant__.location l on l.id = a.location_id
                         where a.patient_id = :patient and (:all or a.account_id = :account)
                           and a.state not in ('held', 'awaiting_payment', 'expired') and a.id > :after
                         order by a.id limit :most""")
                .param("patient", subject.number())
                .param("all", subject.reach().all(AccessScope.BOOKINGS))
                .param("account", subject.account().value())
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        AppointmentState.of(row.getString("state")),
                        instant(row, "starts_at"),
                        instant(row, "ends_at"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("service"),
                        row.getString("practitioner"),
                        row.getString("location"),
                        row.getString("note")))
                .list();
    }
}
