package io.anteroom.clinic.access.directory;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Grants;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the open accounts of the current clinic, in one statement each time. */
@Component
@Transactional(readOnly = true)
public class AccountDirectory {

    private static final int LAST_PAGE = 2_000;

    private static final String OPEN = " from __tenant__.portal_account a where a.closed_at is null";

    /** A number written out, not a parameter: the plan that is kept then knows how few rows the rest is about. */
    private static final String ONE_PAGE = " limit " + AccountPage.SIZE + " offset :offset";

    private static final String KEYS = "a.id, a.listed_as, a.last_signed_in_at";

    /** Materialized: a plan kept for any words would rather walk the index of names, which is slow where few are found. */
    private static final String FOUND = "with found as materialized (select " + KEYS + OPEN;

    private static final String COLUMNS = """
            select a.id, a.created_at, a.holder_name, a.last_signed_in_at,
                   e.value as email, e.verified_at as email_verified, m.value as mobile, m.verified_at as mobile_verified,
                   greatest(el.locked_until, ml.locked_until) as locked_until,
                   greatest(ep.locked_until, mp.locked_until, w.locked_until) as passwords_locked_until,
                   greatest(er.locked_until, mr.locked_until) as printed_locked_until, s.ids, s.names, s.relationships
            """;

    private static final String DETAILS = """
              left join __tenant__.credential e on e.account_id = a.id and e.channel = 'email'
              left join __tenant__.credential m on m.account_id = a.id and m.channel = 'mobile'
              left join __tenant__.sign_in_limit el on el.channel = 'email' and el.typed = e.value and el.locked_until > :now
              left join __tenant__.sign_in_limit ml on ml.channel = 'mobile' and ml.typed = m.value and ml.locked_until > :now
              left join __tenant__.password_limit ep on ep.channel = 'email' and ep.typed = e.value and ep.locked_until > :now
              left join __tenant__.password_limit mp on mp.channel = 'mobile' and mp.typed = m.value and mp.locked_until > :now
              left join __tenant__.account_password w on w.account_id = a.id and w.locked_until > :now
              left join __tenant__.recovery_limit er on er.channel = 'email' and er.typed = e.value and er.locked_until > :now
              left join __tenant__.recovery_limit mr on mr.channel = 'mobile' and mr.typed = m.value and mr.locked_until > :now
              left join lateral (
                   select array_agg(p.id order by g.relationship = 'self' desc, g.granted_at, g.id) as ids,
                          array_agg(btrim(p.given_name || ' ' || p.family_name)
                                    order by g.relationship = 'self' desc, g.granted_at, g.id) as names,
                          array_agg(g.relationship order by g.relationship = 'self' desc, g.granted_at, g.id) as relationships
                     from __tenant__.access_grant g join __tenant__.patient p on p.id = g.patient_id
                    where g.account_id = a.id and
            """ + Grants.IN_FORCE + ") s on true ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of the accounts wanted.
     *
     * @param page from 1; beyond the last page it is the first
     */
    public AccountPage find(DirectoryQuery query, int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        long[] total = {0};
        List<AccountRow> rows = select(query)
                .param("offset", (number - 1) * AccountPage.SIZE)
                .query((row, _) -> {
                    total[0] = row.getLong("total");
                    return AccountRows.read(row);
                })
                .list();
        return rows.isEmpty() && number > 1 ? find(query, 1) : new AccountPage(rows, number, total[0]);
    }

    /** The open account of that number. */
    public Optional<AccountRow> find(AccountId account) {
        return bind(COLUMNS + " from __tenant__.portal_account a" + DETAILS
                        + " where a.id = :id and a.closed_at is null")
                .param("id", account.value())
                .query((row, _) -> AccountRows.read(row))
                .optional();
    }

    /** The next accounts wanted behind that number, by their numbers and whatever the order; at most {@code most}. */
    List<AccountRow> after(long id, DirectoryQuery query, int most) {
        Optional<TypedWords> typed = TypedWords.of(query.typed());
        return parameters(
                        bind(COLUMNS + " from (select a.id" + OPEN + " and a.id > :after" + conditions(query, typed)
                                + " order by a.id limit :most) page join __tenant__.portal_account a on a.id = page.id"
                                + DETAILS + " order by a.id"),
                        typed)
                .param("after", id)
                .param("most", most)
                .query((row, _) -> AccountRows.read(row))
                .list();
    }

    private JdbcClient.StatementSpec select(DirectoryQuery query) {
        Optional<TypedWords> typed = TypedWords.of(query.typed());
        String order = query.sort().sql();
        boolean all = typed.isEmpty() && query.filter() == DirectoryFilter.ALL;
        String page = all
                ? ", (select count(*)" + OPEN + ") as total from (select " + KEYS + OPEN + " order by " + order
                        + ONE_PAGE
                : ", (select count(*) from found) as total from (select id, listed_as, last_signed_in_at from found order by "
                        + order + ONE_PAGE;
        String found = all ? "" : FOUND + conditions(query, typed) + ") ";
        String ordered = " order by "
                + order.replace("listed_as", "a.listed_as")
                        .replace("last_signed_in_at", "a.last_signed_in_at")
                        .replaceFirst("\\bid\\b", "a.id");
        return parameters(
                bind(found + COLUMNS + page + ") page join __tenant__.portal_account a on a.id = page.id" + DETAILS
                        + ordered),
                typed);
    }

    private static String conditions(DirectoryQuery query, Optional<TypedWords> typed) {
        return query.filter().sql() + (typed.isPresent() ? TypedWords.CONDITION : "");
    }

    private JdbcClient.StatementSpec bind(String sql) {
        return jdbc.sql(sql).param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Optional<TypedWords> typed) {
        return typed.map(words -> statement
                        .param("names", words.names().toArray(String[]::new))
                        .param("part", words.part()))
                .orElse(statement);
    }
}
