package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.access.backfill.BackfillAudit.Address;
import io.anteroom.clinic.access.backfill.Bulk.Span;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets what is ready. Of the patients at hand the records are locked first, as by everybody who sets a credential; then
 * the reasons against it are asked once more, since days may have passed; then accounts, grants and credentials are made
 * by a statement each. The database's unique indexes have the last word: who loses against them begins these patients anew
 * and then sees the reason.
 */
@Component
class Running {

    private static final int PATIENTS_AT_A_TIME = 500;

    private static final String READY =
            " l.run_id = :run and l.outcome = 'ready' and l.patient_id > :after and l.patient_id <= :last ";

    private static final String OWN = """
            update __tenant__.credential_backfill_line l set account_id = own.account_id
              from (select g.patient_id, min(a.id) as account_id
                      from __tenant__.access_grant g
                      join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                     where g.patient_id > :after and g.patient_id <= :last
                       and g.relationship = 'self' and g.ended_at is null
                     group by g.patient_id) own
             where own.patient_id = l.patient_id and
            """ + READY;

    private static final String WITHOUT_ACCOUNT =
            "select distinct l.patient_id from __tenant__.credential_backfill_line l"
                    + " where l.account_id is null and " + READY + " order by l.patient_id";

    private static final String OPEN = """
            insert into __tenant__.portal_account (created_at, origin)
            select :now, 'backfill' from generate_series(1, :many) returning id""";

    private static final String GIVE_TO = """
            update __tenant__.credential_backfill_line l set account_id = opened.account, opened = true
              from unnest(:patients, :accounts) as opened (patient, account)
             where l.patient_id = opened.patient and
            """ + READY;

    private static final String GRANT = """
            insert into __tenant__.access_grant
                   (account_id, patient_id, relationship, level, scope, granted_at, granted_by,
                    one_patient_per_account, one_account_per_record)
            select distinct l.account_id, l.patient_id, 'self', 'full', array['bookings', 'clinical', 'money'], :now, r.by_name,
                   s.one_patient_per_account, s.one_account_per_record
              from __tenant__.credential_backfill_line l
              join __tenant__.credential_backfill r on r.id = l.run_id
             cross join __tenant__.authentication_settings s
             where l.opened and
            """ + READY;

    private static final String FREE = """
            delete from __tenant__.credential c
             using __tenant__.credential_backfill_line l, __tenant__.portal_account a
             where c.channel = l.channel and c.value = l.value and a.id = c.account_id and a.closed_at is not null and
            """ + READY;

    private static final String ADD = """
            insert into __tenant__.credential (account_id, channel, value, added_at, added_by)
            select l.account_id, l.channel, l.value, :now, r.by_name
              from __tenant__.credential_backfill_line l join __tenant__.credential_backfill r on r.id = l.run_id
             where
            """ + READY + " on conflict do nothing";

    private static final String NOTE = """
            update __tenant__.credential_backfill_line l set outcome = 'set', credential_id = c.id
              from __tenant__.credential c
             where c.channel = l.channel and c.value = l.value and c.account_id = l.account_id and
            """ + READY + " returning l.patient_id, l.value";

    private final BackfillRuns runs;
    private final BackfillLines lines;
    private final BackfillAudit audit;
    private final Bulk bulk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Running(
            BackfillRuns runs,
            BackfillLines lines,
            BackfillAudit audit,
            Bulk bulk,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.audit = audit;
        this.bulk = bulk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sees to the next patients; false if there is nothing to do any more. */
    boolean next(BackfillId id) {
        return transaction.execute(status -> {
            var place = runs.hold(id, BackfillState.RUNNING);
            place.ifPresent(here -> {
                runs.keepModel();
                var patients = lines.hold(id, BackfillOutcome.READY, here.last(), PATIENTS_AT_A_TIME);
                if (patients.isEmpty()) {
                    runs.finish(id, BackfillState.DONE, clock.instant());
                    audit.ran(here.run(), lines.counts(id));
                } else {
                    set(here.run(), patients, here.last(), status);
                }
            });
            return place.isPresent();
        });
    }

    private void set(BackfillRun run, List<Long> patients, long after, TransactionStatus status) {
        var span = new Span(run.id(), after, patients.getLast(), clock.instant());
        endWhatRanOut(span);
        judgeAgain(span);
        int ready = bulk.numbers("select count(*) from __tenant__.credential_backfill_line l where " + READY, span)
                .getFirst()
                .intValue();
        var set = set(span);
        if (set.size() < ready) {
            status.setRollbackOnly();
        } else {
            audit.set(run, set);
            runs.note(run.id(), patients.size(), patients.getLast());
        }
    }

    /** A grant that ran out by itself stands in nobody's way. */
    private void endWhatRanOut(Span span) {
        bulk.update("""
                update __tenant__.access_grant g
                   set ended_at = :now, ended_by = 'its date', ended_because = 'expired'
                 where g.ended_at is null and (g.expires_at <= :now or g.ends_by_age <= :now)
                   and g.patient_id > :after and g.patient_id <= :last
                   and exists (select from __tenant__.credential_backfill_line l where l.patient_id = g.patient_id and
                """ + READY + ")", span);
    }

    /** Asks for the reasons against it once more. */
    private void judgeAgain(Span span) {
        bulk.update(
                """
                update __tenant__.credential_backfill_line line set outcome = judged.outcome
                  from (select l.patient_id, l.channel,
                               case when p.merged or l.written is distinct from
                                         case l.channel when 'email' then p.email else p.mobile end then 'changed'
                """ + Verdicts.HAS_ONE + """
                                    when l.channel = 'email' and exists (
                                         select from __tenant__.patient o where o.email = l.written and o.id <> p.id and not o.merged offset 0)
                                      or l.channel = 'mobile' and exists (
                                         select from __tenant__.patient o where o.mobile = l.written and o.id <> p.id and not o.merged offset 0)
                                    then 'shared'
                """ + Verdicts.TAKEN + Verdicts.REMOVED + Verdicts.OPEN_TO_ANOTHER + """
                                    else 'ready' end as outcome
                          from __tenant__.credential_backfill_line l
                          join __tenant__.patient p on p.id = l.patient_id
                         cross join __tenant__.authentication_settings s
                         where
                """
                        + READY + """
                       ) judged
                 where line.run_id = :run and line.patient_id > :after and line.patient_id <= :last
                   and line.patient_id = judged.patient_id and line.channel = judged.channel and judged.outcome <> 'ready'""",
                span);
    }

    /** Accounts for those who have none, as staff open them by hand, and the credentials; gives what was set. */
    private List<Address> set(Span span) {
        bulk.update(OWN, span);
        open(bulk.numbers(WITHOUT_ACCOUNT, span), span);
        bulk.update(GRANT, span);
        bulk.update(FREE, span);
        bulk.update(ADD, span);
        return bulk.addresses(NOTE, span);
    }

    private void open(List<Long> patients, Span span) {
        var accounts = bulk.numbers(OPEN.replace(":many", Integer.toString(patients.size())), span);
        bulk.update(
                GIVE_TO.replace(":patients", Bulk.array(patients)).replace(":accounts", Bulk.array(accounts)), span);
    }
}
