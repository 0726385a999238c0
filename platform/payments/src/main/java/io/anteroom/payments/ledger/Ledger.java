package io.anteroom.payments.ledger;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.ledger.Posting.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clinic's ledger; every method needs a transaction, and whoever posts does so in the one that records what happened. The
 * database refuses to change or delete an entry, and to commit one whose lines don't come to nothing in each currency.
 */
public final class Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The sum of an account in a currency. */
    public record Balance(LedgerAccount account, Money amount) {}

    /**
     * The sum of what is about one thing, and of how many lines.
     *
     * @param minor in minor units of the one currency asked for
     */
    public record Sum(long minor, int lines) {}

    /**
     * Writes an entry; false where it was written before, or has no lines.
     *
     * @throws IllegalArgumentException if its lines don't come to nothing
     */
    public boolean post(Posting posting) {
        if (!posting.balances()) {
            throw new IllegalArgumentException("An entry balances: " + posting.source());
        }
        if (posting.lines().isEmpty()) {
            return false;
        }
        Optional<Long> entry = jdbc.sql("""
                        insert into __tenant__.ledger_entry (source, kind, happened_at, posted_at)
                        values (:source, :kind, :at, :now) on conflict (source) do nothing returning id""")
                .param("source", posting.source())
                .param("kind", posting.kind().word())
                .param("at", utc(posting.at()))
                .param("now", utc(clock.instant()))
                .query(Long.class)
                .optional();
        entry.ifPresent(id -> write(id, posting.lines()));
        return entry.isPresent();
    }

    private void write(long entry, List<Line> lines) {
        jdbc.sql("""
                        insert into __tenant__.ledger_line
                            (entry_id, position, account, currency, amount_minor, subject_kind, subject_id)
                        select :entry, l.position - 1, l.account, l.currency, cast(l.minor as bigint), l.kind, l.subject
                          from unnest(cast(:accounts as text[]), cast(:currencies as text[]), cast(:minors as text[]),
                                      cast(:kinds as text[]), cast(:subjects as text[]))
                               with ordinality as l (account, currency, minor, kind, subject, position)""")
                .param("entry", entry)
                .param("accounts", texts(lines, line -> line.account().word()))
                .param(
                        "currencies",
                        texts(lines, line -> line.amount().currency().getCurrencyCode()))
                .param(
                        "minors",
                        texts(lines, line -> Long.toString(line.amount().minor())))
                .param(
                        "kinds",
                        texts(
                                lines,
                                line -> line.subject() == null
                                        ? null
                                        : line.subject().kind()))
                .param(
                        "subjects",
                        texts(
                                lines,
                                line -> line.subject() == null
                                        ? null
                                        : line.subject().id()))
                .update();
    }

    /** Whether something was posted for that source. */
    public boolean has(String source) {
        return jdbc.sql("select exists (select from __tenant__.ledger_entry where source = :source)")
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    /** The account that the other side of what went to {@code account} by that entry is on, where it is one. */
    public Optional<LedgerAccount> counterpart(String source, LedgerAccount account) {
        return jdbc.sql("""
                        select l.account from __tenant__.ledger_entry e join __tenant__.ledger_line l on l.entry_id = e.id
                         where e.source = :source and l.account <> :account limit 1""")
                .param("source", source)
                .param("account", account.word())
                .query((row, _) -> LedgerAccount.of(row.getString("account")))
                .optional();
    }

    /** All sums that are not nothing, by account and currency. */
    public List<Balance> balances() {
        return jdbc.sql("""
                        select account, currency, cast(sum(amount_minor) as bigint) as minor from __tenant__.ledger_line
                         group by account, currency having sum(amount_minor) <> 0 order by account, currency""")
                .query((row, _) -> new Balance(
                        LedgerAccount.of(row.getString("account")),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }

    /** What is about one thing on one account. */
    public Sum of(PayableRef subject, LedgerAccount account, String currency) {
        return jdbc.sql("""
                        select cast(coalesce(sum(amount_minor), 0) as bigint) as minor, cast(count(*) as integer) as lines
                          from __tenant__.ledger_line
                         where subject_kind = :kind and subject_id = :id and account = :account and currency = :currency""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("account", account.word())
                .param("currency", currency)
                .query((row, _) -> new Sum(row.getLong("minor"), row.getInt("lines")))
                .single();
    }

    /** What entries whose source begins so have moved on one account, of what is about one thing, in minor units. */
    public long moved(String sources, PayableRef subject, LedgerAccount account) {
        return jdbc.sql("""
                        select cast(coalesce(sum(l.amount_minor), 0) as bigint)
                          from __tenant__.ledger_line l join __tenant__.ledger_entry e on e.id = l.entry_id
                         where l.subject_kind = :kind and l.subject_id = :id and l.account = :account
                           and starts_with(e.source, :sources)""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("account", account.word())
                .param("sources", sources)
                .query(Long.class)
                .single();
    }

    /** The entries that have a line about one thing, whole, the first first; at most {@code most}. */
    public List<LedgerEntry> entries(PayableRef subject, int most) {
        Map<Long, LedgerEntry> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.id, e.kind, e.happened_at, l.account, l.currency, l.amount_minor
                          from (select distinct s.entry_id from __tenant__.ledger_line s
                                 where s.subject_kind = :kind and s.subject_id = :id order by s.entry_id limit :most) about
                          join __tenant__.ledger_entry e on e.id = about.entry_id
                          join __tenant__.ledger_line l on l.entry_id = e.id
                         order by e.happened_at, e.id, l.position""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("most", most)
                .query(row -> {
                    var line = new LedgerEntry.Line(
                            LedgerAccount.of(row.getString("account")),
                            Money.of(row.getLong("amount_minor"), row.getString("currency")));
                    var entry = new LedgerEntry(
                            row.getLong("id"),
                            EntryKind.of(row.getString("kind")),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                            List.of(line));
                    found.merge(entry.id(), entry, Ledger::joined);
                });
        return List.copyOf(found.values());
    }

    private static LedgerEntry joined(LedgerEntry one, LedgerEntry other) {
        return new LedgerEntry(
                one.id(),
                one.kind(),
                one.at(),
                Stream.concat(one.lines().stream(), other.lines().stream()).toList());
    }

    private static @Nullable String[] texts(List<Line> lines, Function<Line, @Nullable String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
