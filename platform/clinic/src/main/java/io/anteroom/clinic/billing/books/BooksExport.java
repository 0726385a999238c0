package io.anteroom.clinic.billing.books;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.SpreadsheetText;
import io.anteroom.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes files for the books, as CSV (RFC 4180) in UTF-8: amounts are decimals of as many digits as their currency has, days are
 * the clinic's. Rows are read some at a time, each time by a statement of its own, so that whoever downloads slowly holds no
 * connection. Whoever calls has asked for {@code EXPORT_BOOKS}, or for {@code MANAGE_PRICES} of the price list.
 */
@Component
public class BooksExport {

    private static final int AT_A_TIME = 1_000;

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Before the cells come the keys and the currency. */
    private static final int BEFORE_CELLS = 3;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    BooksExport(JdbcClient jdbc, AuditLog audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
    }

    private record Row(long k1, String k2, List<String> cells) {}

    /**
     * Writes what is of these days, both included, and leaves a trace of it before the first row is written. A file that is not
     * by days has all that there is.
     *
     * @throws IOException if {@code to} takes no more
     */
    public void write(Book book, LocalDate from, LocalDate until, Actor.Staff by, Writer to) throws IOException {
        AuditEntry trace =
                AuditEntry.of(AuditAction.BOOKS_EXPORTED, "invoices", "").with("What", book.file());
        transaction.executeWithoutResult(
                _ -> audit.record(by, book.isByDays() ? trace.with("Days", from + " to " + until) : trace));
        to.append(MARK);
        CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(book.heads());
        List<Row> rows = read(book, from, until, 0, "");
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                csv.printRecord(row.cells());
            }
            csv.flush();
            Row last = rows.getLast();
            rows = rows.size() < AT_A_TIME ? List.of() : read(book, from, until, last.k1(), last.k2());
        }
        csv.flush();
    }

    private List<Row> read(Book book, LocalDate from, LocalDate until, long k1, String k2) {
        ZoneId zone = CurrentTenant.get().zone();
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(book.sql())
                .param("from", from)
                .param("until", until)
                .param("begin", sql(from.atStartOfDay(zone).toInstant()))
                .param("end", sql(until.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("zone", zone.getId())
                .param("k1", k1)
                .param("k2", k2)
                .param("most", AT_A_TIME)
                .query((row, _) -> new Row(row.getLong("k1"), row.getString("k2"), cells(row, zone)))
                .list()));
    }

    private static List<String> cells(ResultSet row, ZoneId zone) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        int digits = Math.max(0, Currency.getInstance(row.getString("currency")).getDefaultFractionDigits());
        List<String> cells = new ArrayList<>();
        for (int i = BEFORE_CELLS + 1; i <= columns.getColumnCount(); i++) {
            cells.add(cell(row, i, columns.getColumnLabel(i), digits, zone));
        }
        return cells;
    }

    private static String cell(ResultSet row, int column, String name, int digits, ZoneId zone) throws SQLException {
        if (name.endsWith("_minor")) {
            return BigDecimal.valueOf(row.getLong(column), digits).toPlainString();
        }
        if (name.endsWith("_rate")) {
            BigDecimal rate = BigDecimal.valueOf(row.getLong(column), 2);
            return rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString();
        }
        if (name.endsWith("_at")) {
            return MOMENT.format(row.getObject(column, OffsetDateTime.class).atZoneSameInstant(zone));
        }
        String text = Objects.requireNonNullElse(row.getString(column), "");
        return name.endsWith("_text") ? SpreadsheetText.harmless(text.strip()) : text;
    }
}
