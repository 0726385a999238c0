package io.anteroom.clinic.access.directory;

import io.anteroom.clinic.access.directory.AccountRow.Address;
import io.anteroom.clinic.access.directory.AccountRow.Opened;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.SpreadsheetText;
import io.anteroom.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the list of accounts into a file, as CSV (RFC 4180) in UTF-8. The accounts are read some at a time, each time by
 * a statement of its own, so that whoever downloads slowly holds no connection.
 */
@Component
public class AccountExport {

    private static final int AT_A_TIME = 1_000;

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final AccountDirectory directory;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AccountExport(AccountDirectory directory, AuditLog audit, TransactionTemplate transaction) {
        this.directory = directory;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Writes the accounts wanted, the oldest first, and leaves a trace of it before the first is written.
     *
     * @throws IOException if {@code to} takes no more
     */
    public void write(DirectoryQuery query, Actor.Staff by, Writer to) throws IOException {
        transaction.executeWithoutResult(_ -> audit.record(
                by,
                AuditEntry.of(AuditAction.CREDENTIALS_EXPORTED, "credentials", "")
                        .with("Which", query.filter().code())
                        .with("Found by", query.typed().isBlank() ? "everything" : query.typed())));
        to.append(MARK);
        CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(
                "Account",
                "Name",
                "Patients",
                "Email",
                "Email verified",
                "Mobile",
                "Mobile verified",
                "Last sign-in",
                "Locked until",
                "Since",
                "Passwords locked until",
                "Printed codes locked until");
        List<AccountRow> rows = directory.after(0, query, AT_A_TIME);
        while (!rows.isEmpty()) {
            for (AccountRow row : rows) {
                csv.printRecord(cells(row));
            }
            csv.flush();
            rows = rows.size() < AT_A_TIME
                    ? List.of()
                    : directory.after(rows.getLast().id().value(), query, AT_A_TIME);
        }
        csv.flush();
    }

    private static List<String> cells(AccountRow row) {
        return List.of(
                row.id().toString(),
                SpreadsheetText.harmless(row.name()),
                SpreadsheetText.harmless(
                        row.patients().stream().map(AccountExport::patient).collect(Collectors.joining("; "))),
                SpreadsheetText.harmless(value(row.email())),
                verified(row.email()),
                SpreadsheetText.harmless(value(row.mobile())),
                verified(row.mobile()),
                time(row.lastSignIn()),
                time(row.lockedUntil()),
                time(row.since()),
                time(row.passwordsLockedUntil()),
                time(row.printedLockedUntil()));
    }

    private static String patient(Opened patient) {
        return patient.name() + " (" + patient.id() + ", "
                + patient.relationship().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String value(@Nullable Address address) {
        return address == null ? "" : address.value();
    }

    private static String verified(@Nullable Address address) {
        return address == null ? "" : address.verified() == null ? "no" : time(address.verified());
    }

    private static String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : TIME.format(instant.atZone(CurrentTenant.get().zone()));
    }
}
