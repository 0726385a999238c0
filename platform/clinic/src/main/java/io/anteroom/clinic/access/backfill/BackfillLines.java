package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of backfills, as pages show them. Called within a transaction. */
@Component
class BackfillLines {

    private static final int MOST_PROPOSALS = 200;

    private static final String LISTED_NAME =
            "case when p.given_name = '' then p.family_name else p.family_name || ', ' || p.given_name end as name";

    private final JdbcClient jdbc;

    BackfillLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BackfillCounts counts(BackfillId id) {
        var counting = new BackfillCounts.Counting();
        jdbc.sql("""
                        select channel, outcome, count(*) as number from __tenant__.credential_backfill_line
                         where run_id = :id and outcome is not null group by channel, outcome""").param("id", id.value()).query(row -> {
            counting.add(
                    row.getString("channel"),
                    BackfillOutcome.ofCode(row.getString("outcome")).orElseThrow(),
                    row.getLong("number"));
        });
        return counting.counted(
                jdbc.sql("""
                        select count(distinct patient_id) from __tenant__.credential_backfill_line
                         where run_id = :id and outcome in ('ready', 'set', 'undone', 'in-use')""").param("id", id.value()).query(Long.class).single());
    }

    List<BackfillLine> of(BackfillId id, BackfillOutcome outcome, int most, int offset) {
        return jdbc.sql("select l.patient_id, l.channel, l.written, " + LISTED_NAME + " " + """
                          from __tenant__.credential_backfill_line l
                          join __tenant__.patient p on p.id = l.patient_id
                         where l.run_id = :id and l.outcome = :outcome
                         order by l.patient_id, l.channel limit :most offset :offset""")
                .param("id", id.value())
                .param("outcome", outcome.code())
                .param("most", most)
                .param("offset", offset)
                .query((row, _) -> new BackfillLine(
                        new PatientId(row.getLong("patient_id")),
                        row.getString("name"),
                        row.getString("channel").equals("email"),
                        row.getString("written")))
                .list();
    }

    /**
     * Children who share an address or a number with exactly one adult, and are not open to that adult's account.
     *
     * @param adults who was born on that day or before is an adult
     */
    List<FamilyProposal> families(BackfillId id, LocalDate adults) {
        return jdbc.sql("""
                        with shared as (
                            select min(l.patient_id) filter (where p.birth_date <= :adults) as adult,
                                   array_agg(l.patient_id) filter (where p.birth_date > :adults) as children
                              from __tenant__.credential_backfill_line l join __tenant__.patient p on p.id = l.patient_id
                             where l.run_id = :id and l.value is not null and not p.merged
                             group by l.channel, l.value
                            having count(*) filter (where p.birth_date <= :adults) = 1 and count(*) > 1),
                        pairs as (select distinct s.adult, child from shared s, unnest(s.children) child)
                        select a.id as adult, btrim(a.given_name || ' ' || a.family_name) as adult_name,
                               c.id as child, btrim(c.given_name || ' ' || c.family_name) as child_name
                          from pairs
                          join __tenant__.patient a on a.id = pairs.adult
                          join __tenant__.patient c on c.id = pairs.child
                         where not exists (
                               select from __tenant__.access_grant own
                                 join __tenant__.access_grant g on g.account_id = own.account_id
                                where own.patient_id = a.id and own.relationship = 'self' and own.ended_at is null
                                  and g.patient_id = c.id and g.ended_at is null)
                         order by a.family_key, a.given_key, a.id, c.birth_date, c.id limit :most""")
                .param("id", id.value())
                .param("adults", adults)
                .param("most", MOST_PROPOSALS)
                .query((row, _) -> new FamilyProposal(
                        new PatientId(row.getLong("adult")),
                        row.getString("adult_name"),
                        new PatientId(row.getLong("child")),
                        row.getString("child_name")))
                .list();
    }

    /** The next patients of whom there is a line of that outcome, by their numbers, with their records locked. */
    List<Long> hold(BackfillId id, BackfillOutcome outcome, long after, int most) {
        return jdbc.sql("""
                        select p.id from __tenant__.patient p
                         where p.id in (select distinct l.patient_id from __tenant__.credential_backfill_line l
                                         where l.run_id = :id and l.outcome = :outcome and l.patient_id > :after
                                         order by l.patient_id limit :most)
                         order by p.id for update""")
                .param("id", id.value())
                .param("outcome", outcome.code())
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Forgets what stood on the records; whose it was and what became of it stays. */
    void forget(BackfillId id) {
        jdbc.sql("update __tenant__.credential_backfill_line set written = '', value = null where run_id = :id")
                .param("id", id.value())
                .update();
    }
}
