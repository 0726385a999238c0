package io.anteroom.clinic.billing;

import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff's list of invoices: two statements a page, whatever is asked. */
@Component
@Transactional(readOnly = true)
public class InvoiceList {

    static final String COLUMNS = "i.id, i.patient_id, p.given_name, p.family_name, i.number, i.state, i.currency,"
            + " i.issued_on, i.due_on, i.instalments_until, i.total_minor, i.paid_minor, i.credited_minor, i.version as invoice_version,"
            + " (select coalesce(sum(r.refunded_minor), 0) from __tenant__.invoice_payment r"
            + " where r.invoice_id = i.id) as refunded_minor";
    static final String TABLES = " from __tenant__.invoice i join __tenant__.patient p on p.id = i.patient_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The page that {@code query} asks for; beyond the last one it is empty. */
    public InvoicePage page(InvoiceQuery query) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        Map<Show, Long> counts = counts(query, today);
        return new InvoicePage(rows(query, today), Objects.requireNonNull(counts.get(query.show())), counts);
    }

    /** The drafts that {@code query} finds on all pages, the oldest first, and what they come to; at most {@code most} of them. */
    public List<InvoiceRow> drafts(InvoiceQuery query, int most) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        return where("select " + COLUMNS + TABLES, query, today, " and i.state = 'draft' order by i.id limit :most")
                .param("most", most)
                .query((row, _) -> row(row, today))
                .list();
    }

    private List<InvoiceRow> rows(InvoiceQuery query, LocalDate today) {
        return where(
                        "select " + COLUMNS + TABLES,
                        query,
                        today,
                        " and " + query.show().condition() + " order by "
                                + query.order().by(query.descending()) + ", i.id desc limit :size offset :skip")
                .param("size", InvoiceQuery.PAGE_SIZE)
                .param("skip", (query.page() - 1L) * InvoiceQuery.PAGE_SIZE)
                .query((row, _) -> row(row, today))
                .list();
    }

    private Map<Show, Long> counts(InvoiceQuery query, LocalDate today) {
        String sums = Arrays.stream(Show.values())
                .map(show -> "count(*) filter (where " + show.condition() + ") as " + show.name())
                .collect(Collectors.joining(", "));
        return where("select " + sums + TABLES, query, today, "")
                .query((row, _) -> {
                    Map<Show, Long> counts = new EnumMap<>(Show.class);
                    for (Show show : Show.values()) {
                        counts.put(show, row.getLong(show.name()));
                    }
                    return counts;
                })
                .single();
    }

    /** Each word of the search has to be in the patient's name; a number may also be the invoice's. */
    private JdbcClient.StatementSpec where(String select, InvoiceQuery query, LocalDate today, String rest) {
        List<String> words = Arrays.stream(query.search().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(5)
                .toList();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            conditions.add("p.given_name || ' ' || p.family_name ilike :word" + i);
        }
        String byName = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        var sql = jdbc.sql(select + " where (cast(:patient as bigint) is null or i.patient_id = :patient)"
                        + " and (cast(:from as date) is null or i.issued_on >= :from)"
                        + " and (cast(:until as date) is null or i.issued_on <= :until) and (("
                        + byName + ") or i.number = cast(:number as bigint))" + rest)
                .param(
                        "patient",
                        query.patient() == null ? null : query.patient().value(),
                        Types.BIGINT)
                .param("from", query.from(), Types.DATE)
                .param("until", query.until(), Types.DATE)
                .param("number", number(query.search()), Types.BIGINT);
        for (int i = 0; i < words.size(); i++) {
            sql = sql.param("word" + i, "%" + like(words.get(i)) + "%");
        }
        return sql.param("today", today);
    }

    private static @Nullable Long number(String search) {
        return search.matches("[0-9]{1,18}") ? Long.valueOf(search) : null;
    }

    private static String like(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static InvoiceRow row(ResultSet row, LocalDate today) throws SQLException {
        InvoiceState state = InvoiceState.of(row.getString("state"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        LocalDate instalmentsUntil = row.getObject("instalments_until", LocalDate.class);
        return new InvoiceRow(
                new InvoiceId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                InvoiceReader.name(row),
                row.getObject("number", Long.class),
                state,
                InvoiceReader.isOverdue(state, dueOn, instalmentsUntil, today),
                Currency.getInstance(row.getString("currency")),
                row.getObject("issued_on", LocalDate.class),
                dueOn,
                instalmentsUntil,
                row.getLong("total_minor"),
                row.getLong("paid_minor"),
                row.getLong("credited_minor"),
                row.getLong("refunded_minor"),
                row.getInt("invoice_version"));
    }
}
