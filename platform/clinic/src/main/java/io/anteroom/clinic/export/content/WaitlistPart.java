package io.anteroom.clinic.export.content;

import static io.anteroom.clinic.access.SqlTimes.instant;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.language.Words;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times that who asks waits for on behalf of the patient, and has waited for. What others wait for is theirs, as on the page. */
@Component
@Order(7)
class WaitlistPart implements ExportPart {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final InPages pages;

    WaitlistPart(JdbcClient jdbc, InPages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /**
     * A place on the list.
     *
     * @param ended why it ended, or null as long as nothing ended it
     */
    record Row(
            long id,
            String service,
            @Nullable String practitioner,
            @Nullable String location,
            List<DayOfWeek> days,
            List<DayPart> parts,
            LocalDate lastDay,
            Instant since,
            @Nullable String ended) {

        boolean waits(LocalDate today) {
            return ended == null && !lastDay.isBefore(today);
        }
    }

    @Override
    public String name() {
        return "waitlist";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Waitlist");
    }

    @Override
    public boolean in(CopyReach reach) {
        return reach.scopes().contains(AccessScope.BOOKINGS);
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) throws IOException {
        each(subject, row -> {
            if (row.waits(today(subject))) {
                to.add(ExportSubject.urn("WaitlistEntry", row.id()), resource(subject, row));
            }
        });
    }

    /** An appointment that is yet to be found is one of FHIR's states of appointments; what is over is nothing to other software. */
    static Map<String, Object> resource(ExportSubject subject, Row row) {
        Map<String, Object> appointment = Resources.ofType("Appointment");
        appointment.put("status", "waitlist");
        appointment.put("serviceType", List.of(Map.of("text", row.service())));
        appointment.put("created", row.since().toString());
        appointment.put(
                "participant", List.of(Map.of("actor", Resources.to(subject.patientUrn()), "status", "accepted")));
        appointment.put(
                "requestedPeriod",
                List.of(Map.of(
                        "start", subject.local(row.since()).toLocalDate().toString(),
                        "end", row.lastDay().toString())));
        return appointment;
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        each(subject, row -> {
            to.heading(row.service());
            to.beginPairs();
            to.pair(words.say("State"), state(words, row, today(subject)));
            to.pair(words.say("Since"), words.dayAndTime(subject.local(row.since())));
            to.pair(words.say("With"), row.practitioner() == null ? words.say("Anyone") : row.practitioner());
            to.pair(words.say("Where"), row.location() == null ? words.say("Anywhere") : row.location());
            to.pair(
                    words.say("Days that suit"),
                    words.list(row.days().stream().map(words::weekday).toList()));
            to.pair(
                    words.say("Times of the day that suit"),
                    words.list(
                            row.parts().stream().map(part -> part(words, part)).toList()));
            to.pair(words.say("Last day"), words.day(row.lastDay()));
            to.endPairs();
        });
    }

    private static LocalDate today(ExportSubject subject) {
        return subject.local(subject.at()).toLocalDate();
    }

    private static String state(Words words, Row row, LocalDate today) {
        return switch (row.ended() == null ? "" : row.ended()) {
            case "booked" -> words.say("Booked");
            case "left" -> words.say("No longer wanted");
            case "removed" -> words.say("Taken off by the clinic");
            default -> row.waits(today) ? words.say("Waiting for a time") : words.say("The last day has passed");
        };
    }

    private static String part(Words words, DayPart part) {
        return switch (part) {
            case MORNING -> words.say("Morning");
            case AFTERNOON -> words.say("Afternoon");
            case EVENING -> words.say("Evening");
        };
    }

    private void each(ExportSubject subject, InPages.Use<Row> use) throws IOException {
        pages.each(after -> read(subject, after), Row::id, use);
    }

    private List<Row> read(ExportSubject subject, long after) {
        return jdbc.sql("""
                        select e.id, s.name as service, w.name as practitioner, l.name as location, e.weekdays, e.day_parts, e.last_day,
                               e.created_at, e.ended_because
                          from __tenant__.waitlist_entry e
                          join __tenant__.service s on s.id = e.service_id
                          left join __tenant__.practitioner w on w.id = e.practitioner_id
                          left join __tenant__.location l on l.id = e.location_id
                         where e.patient_id = :patient and e.account_id = :account and e.id > :after order by e.id limit :most""")
                .param("patient", subject.number())
                .param("account", subject.account().value())
                .param("after", after)
                .param("most", PAGE)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var parts = List.of((String[]) row.getArray("day_parts").getArray());
        return new Row(
                row.getLong("id"),
                row.getString("service"),
                row.getString("practitioner"),
                row.getString("location"),
                Stream.of((Short[]) row.getArray("weekdays").getArray())
                        .map(day -> DayOfWeek.of(day))
                        .sorted()
                        .toList(),
                Stream.of(DayPart.values())
                        .filter(part -> parts.contains(part.code()))
                        .toList(),
                row.getObject("last_day", LocalDate.class),
                instant(row, "created_at"),
                row.getString("ended_because"));
    }
}
