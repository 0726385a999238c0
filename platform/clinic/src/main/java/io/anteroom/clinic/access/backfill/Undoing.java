package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.access.backfill.Bulk.Span;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what a backfill has set and nobody has used: credentials that no code has proved, of accounts that never
 * signed in. Whoever is entering a first code at this moment goes first, and keeps it. An account that was opened for it
 * and has nothing left is closed.
 */
@Component
class Undoing {

    private static final int PATIENTS_AT_A_TIME = 1_000;

    private static final String AT_HAND = " l.run_id = :run and l.patient_id > :after and l.patient_id <= :last ";

    private static final String OF_THE_LINE = "(select from __tenant__.credential c where c.id = l.credential_id) ";

    /** What staff have changed or removed by hand is none of ours any more, nor a record they merged into another. */
    private static final String LEAVE =
            "update __tenant__.credential_backfill_line l set outcome = 'in-use' where l.outcome = 'set' and " + AT_HAND
                    + " and (not exists " + OF_THE_LINE
                    + " or exists (select from __tenant__.patient p where p.id = l.patient_id and p.merged))";

    private static final String REMOVE = """
            delete from __tenant__.credential c
             using __tenant__.credential_backfill_line l
              join __tenant__.portal_account a on a.id = l.account_id and a.last_signed_in_at is null
             where c.id = l.credential_id and c.verified_at is null and l.outcome = 'set' and
            """ + AT_HAND + " returning l.patient_id, c.value";

    private static final String NOTE = "update __tenant__.credential_backfill_line l set outcome = case when exists "
            + OF_THE_LINE + " then 'in-use' else 'undone' end where l.outcome = 'set' and " + AT_HAND;

    private static final String CLOSE_EMPTY = "with empty as materialized ("
            + "select distinct l.account_id from __tenant__.credential_backfill_line l"
            + " join __tenant__.portal_account a on a.id = l.account_id and a.closed_at is null and a.last_signed_in_at is null"
            + " where l.opened and l.outcome = 'undone' and " + AT_HAND + """
               and not exists (select from __tenant__.credential c where c.account_id = l.account_id)
               and not exists (select from __tenant__.access_grant g
                                where g.account_id = l.account_id and g.patient_id <> l.patient_id
                                  and g.ended_at is null)),
            ended as (
                update __tenant__.access_grant set ended_at = :now, ended_because = 'undone',
                       ended_by = (select by_name from __tenant__.credential_backfill where id = :run)
                 where account_id in (select account_id from empty) and ended_at is null)
            update __tenant__.portal_account set closed_at = :now where id in (select account_id from empty)""";

    private final BackfillRuns runs;
    private final BackfillLines lines;
    private final BackfillAudit audit;
    private final Bulk bulk;
    private final Clock clock;

    Undoing(BackfillRuns runs, BackfillLines lines, BackfillAudit audit, Bulk bulk, Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.audit = audit;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** Sees to the next patients; false if there is nothing to do any more. */
    @Transactional
    public boolean next(BackfillId id) {
        var place = runs.hold(id, BackfillState.UNDOING);
        place.ifPresent(here -> {
            runs.keepModel();
            var patients = lines.hold(id, BackfillOutcome.SET, here.last(), PATIENTS_AT_A_TIME);
            if (patients.isEmpty()) {
                runs.finish(id, BackfillState.UNDONE, clock.instant());
                audit.undone(here.run(), lines.counts(id));
            } else {
                takeBack(here.run(), patients, here.last());
                runs.note(id, patients.size(), patients.getLast());
            }
        });
        return place.isPresent();
    }

    private void takeBack(BackfillRun run, List<Long> patients, long after) {
        var span = new Span(run.id(), after, patients.getLast(), clock.instant());
        bulk.update(LEAVE, span);
        audit.takenBack(run, bulk.addresses(REMOVE, span));
        bulk.update(NOTE, span);
        bulk.update(CLOSE_EMPTY, span);
    }
}
