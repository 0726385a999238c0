package io.anteroom.clinic.billing.batch;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffRegister;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the next draft of a batch, in a transaction that also notes what came of it: whatever happens, none is sent twice. */
@Component
class BatchStep {

    private final BatchRows rows;
    private final Billing billing;
    private final StaffRegister staff;
    private final Clock clock;

    BatchStep(BatchRows rows, Billing billing, StaffRegister staff, Clock clock) {
        this.rows = rows;
        this.billing = billing;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whether there is more to do. */
    @Transactional
    public boolean next(long batch) {
        Optional<Actor.Staff> by = rows.locked(batch);
        if (by.isEmpty()) {
            return false;
        }
        Optional<LookedAt> draft = rows.next(batch);
        if (draft.isEmpty()) {
            rows.end(batch, clock.instant());
            return false;
        }
        see(batch, draft.get(), by.get());
        return true;
    }

    /** Goes past the next draft, whose sending broke and was undone. False if there is none. */
    @Transactional
    public boolean passOver(long batch) {
        Optional<LookedAt> draft = rows.locked(batch).flatMap(_ -> rows.next(batch));
        draft.ifPresent(broken -> rows.note(batch, broken.invoice(), BatchOutcome.FAILED, null, clock.instant()));
        return draft.isPresent();
    }

    private void see(long batch, LookedAt draft, Actor.Staff by) {
        InvoiceId id = draft.invoice();
        if (!rows.stands(id)) {
            rows.note(batch, id, BatchOutcome.GONE, null, clock.instant());
        } else if (!maySend(by)) {
            rows.note(batch, id, BatchOutcome.NOT_PERMITTED, null, clock.instant());
        } else {
            Sending sending = billing.send(id, draft.version(), by);
            rows.note(
                    batch,
                    id,
                    BatchOutcome.of(sending),
                    sending instanceof Sending.Sent(long number) ? (Long) number : null,
                    clock.instant());
        }
    }

    /** As we last heard of this person: a batch may wait, and go on after its starter has left. */
    private boolean maySend(Actor.Staff by) {
        return staff.find(by.id())
                .filter(member -> member.may(Permission.EDIT_INVOICES))
                .isPresent();
    }
}
