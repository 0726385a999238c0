package io.anteroom.clinic.access.authentication;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.authentication.ModelPreview.OpenTo;
import io.anteroom.clinic.access.authentication.ModelPreview.Opens;
import io.anteroom.clinic.access.authentication.ModelPreview.Part;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the grants that contradict an account model. What ran out by itself contradicts none: the switch ends it. */
@Component
class Contradictions {

    private static final String HELD = "__tenant__.access_grant g where " + Grants.IN_FORCE;

    private static final String PATIENT = "btrim(p.given_name || ' ' || p.family_name)";

    private static final String ACCOUNT = "coalesce(" + Accounts.HOLDER + ", 'Account ' || a.id)";

    private static final String MANY_RECORDS =
            """
            with many as (
                select g.account_id, count(*) as records, count(*) over () as total
                  from HELD group by g.account_id having count(*) > 1 order by g.account_id limit :size offset :skipped)
            select ACCOUNT as name, many.records, many.total, opened.ids, opened.names
              from many join __tenant__.portal_account a on a.id = many.account_id
             cross join lateral (
                select array_agg(p.id order by p.id) as ids, array_agg(PATIENT order by p.id) as names
                  from (select g.patient_id from HELD and g.account_id = many.account_id order by 1 limit 20) one
                  join __tenant__.patient p on p.id = one.patient_id) opened
             order by a.id""".replace("ACCOUNT", ACCOUNT).replace("PATIENT", PATIENT).replace("HELD", HELD);

    private static final String MANY_ACCOUNTS =
            """
            with many as (
                select g.patient_id, count(*) as accounts, count(*) over () as total
                  from HELD group by g.patient_id having count(*) > 1 order by g.patient_id limit :size offset :skipped)
            select p.id, PATIENT as name, many.accounts, many.total, openers.names
              from many join __tenant__.patient p on p.id = many.patient_id
             cross join lateral (
                select array_agg(ACCOUNT order by a.id) as names
                  from (select g.account_id from HELD and g.patient_id = many.patient_id order by 1 limit 20) one
                  join __tenant__.portal_account a on a.id = one.account_id) openers
             order by p.id""".replace("ACCOUNT", ACCOUNT).replace("PATIENT", PATIENT).replace("HELD", HELD);

    private final JdbcClient jdbc;

    Contradictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who contradicts {@code wanted}: a page of accounts and a page of records, each by its number from 1. A page past the end
     * is the first one: staff who end access have fewer pages than before.
     */
    ModelPreview of(ModelChoice wanted, int accountsPage, int recordsPage, Instant now) {
        long[] all = jdbc.sql(
                        "select count(distinct g.account_id) as accounts, count(distinct g.patient_id) as patients from "
                                + HELD)
                .param("now", sql(now))
                .query((row, number) -> new long[] {row.getLong("accounts"), row.getLong("patients")})
                .single();
        return new ModelPreview(
                all[0],
                all[1],
                wanted.model() == AccountModel.ONE_PATIENT_PER_ACCOUNT
                        ? page(MANY_RECORDS, accountsPage, now, Contradictions::opens)
                        : Part.none(),
                wanted.oneAccountPerRecord()
                        ? page(MANY_ACCOUNTS, recordsPage, now, Contradictions::openTo)
                        : Part.none());
    }

    private <T> Part<T> page(String query, int number, Instant now, RowMapper<T> mapper) {
        var part = read(query, number, now, mapper);
        return part.rows().isEmpty() && number > 1 ? read(query, 1, now, mapper) : part;
    }

    private <T> Part<T> read(String query, int number, Instant now, RowMapper<T> mapper) {
        long[] total = {0};
        List<T> rows = jdbc.sql(query)
                .param("now", sql(now))
                .param("size", ModelPreview.PAGE_SIZE)
                .param("skipped", (number - 1) * ModelPreview.PAGE_SIZE)
                .query((row, index) -> {
                    total[0] = row.getLong("total");
                    return mapper.mapRow(row, index);
                })
                .list();
        return new Part<>(total[0], number, rows);
    }

    private static Opens opens(ResultSet row, int number) throws SQLException {
        var ids = (Long[]) row.getArray("ids").getArray();
        var names = (String[]) row.getArray("names").getArray();
        return new Opens(
                row.getString("name"),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new Holder(new PatientId(ids[i]), names[i]))
                        .toList(),
                row.getLong("records"));
    }

    private static OpenTo openTo(ResultSet row, int number) throws SQLException {
        return new OpenTo(
                new Holder(new PatientId(row.getLong("id")), row.getString("name")),
                List.of((String[]) row.getArray("names").getArray()),
                row.getLong("accounts"));
    }
}
