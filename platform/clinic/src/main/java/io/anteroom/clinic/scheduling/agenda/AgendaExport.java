package io.anteroom.clinic.scheduling.agenda;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.SpreadsheetText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a list of appointments into a file, as CSV (RFC 4180) in UTF-8. They are read some at a time, each time by a
 * statement of its own, so that whoever downloads slowly holds no connection.
 */
@Component
public class AgendaExport {

    private static final int AT_A_TIME = 1_000;

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Agenda agenda;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AgendaExport(Agenda agenda, AuditLog audit, TransactionTemplate transaction) {
        this.agenda = agenda;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Writes the appointments wanted on all pages, the earliest first, by the clocks of their places, and leaves a trace of it
     * before the first is written.
     *
     * @throws IOException if {@code to} takes no more
     */
    public void write(AgendaQuery query, Actor.Staff by, Writer to) throws IOException {
        var practitioner = query.practitioner();
        transaction.executeWithoutResult(_ -> audit.record(
                by,
                AuditEntry.of(AuditAction.APPOINTMENTS_EXPORTED, "appointments", "")
                        .with(
                                "Which",
                                query.show().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .with("Days", query.from() + " to " + query.until())
                        .with("Practitioner", practitioner == null ? "all" : practitioner.toString())));
        to.append(MARK);
        CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(
                "Appointment",
                "Day",
                "From",
                "Until",
                "Time zone",
                "Patient number",
                "Patient",
                "Born",
                "Service",
                "Practitioner",
                "Location",
                "Room",
                "State",
                "Booked online",
                "Cancelled because");
        long written = 0;
        List<AgendaRow> rows = agenda.rows(query, AT_A_TIME, 0);
        while (!rows.isEmpty()) {
            for (AgendaRow row : rows) {
                csv.printRecord(cells(row));
            }
            csv.flush();
            written += rows.size();
            rows = rows.size() < AT_A_TIME ? List.of() : agenda.rows(query, AT_A_TIME, written);
        }
        csv.flush();
    }

    private static List<String> cells(AgendaRow row) {
        return List.of(
                row.id().toString(),
                at(row.start(), row.zone(), DAY),
                at(row.start(), row.zone(), TIME),
                at(row.end(), row.zone(), TIME),
                row.zone().getId(),
                Objects.toString(row.patient(), ""),
                text(row.patientName()),
                Objects.toString(row.born(), ""),
                text(row.service()),
                text(row.practitioner()),
                text(row.location()),
                text(row.room()),
                row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                row.online() ? "yes" : "no",
                text(row.because()));
    }

    private static String at(Instant moment, ZoneId zone, DateTimeFormatter format) {
        return format.format(moment.atZone(zone));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.harmless(text);
    }
}
