package io.anteroom.clinic.billing.batch;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.Sending;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the next draft of a batch, in a transaction that also notes what came of it: whatever happens, none is sent twice. */
@Component
class BatchStep {

    private final BatchRows rows;
    private final Billing billing;
    private final Clock clock;

    BatchStep(BatchRows rows, Billing billing, Clock clock) {
        this.rows = rows;
        this.billing = billing;
        this.clock = clock;
    }

    /** Whether there is more to do. */
    @Transactional
    public boolean next(long batch) {
        Optional<Actor.Staff> by = rows.locked(batch);
        if (by.isEmpty()) {
            return false;
        }
        Optional<InvoiceId> draft = rows.next(batch);
        if (draft.isEmpty()) {
            rows.end(batch, clock.instant());
            return false;
        }
        if (!rows.stands(draft.get())) {
            rows.note(batch, draft.get(), BatchOutcome.GONE, null, clock.instant());
            return true;
        }
        Sending sending = billing.send(draft.get(), by.get());
        rows.note(
                batch,
                draft.get(),
                BatchOutcome.of(sending),
                sending instanceof Sending.Sent(long number) ? (Long) number : null,
                clock.instant());
        return true;
    }
}
