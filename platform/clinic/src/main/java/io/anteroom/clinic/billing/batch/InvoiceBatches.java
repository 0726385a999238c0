package io.anteroom.clinic.billing.batch;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts sent together. Whoever calls has asked for {@code EDIT_INVOICES}. */
@Component
@Transactional
public class InvoiceBatches {

    /** How many are sent in one batch. */
    public static final int MOST = 1_000;

    private final BatchRows rows;
    private final WorkQueue queue;
    private final AuditLog audit;
    private final Clock clock;

    InvoiceBatches(BatchRows rows, WorkQueue queue, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has these drafts sent; the worker sees to it.
     *
     * @param token of the form; sent again, it gives the batch that it began
     * @param drafts 1 to {@link #MOST}, as they were looked at; what was changed since is not sent
     * @return the batch, or nothing if none of them exists
     */
    public Optional<Long> begin(UUID token, List<LookedAt> drafts, Actor.Staff by) {
        if (drafts.isEmpty() || drafts.size() > MOST) {
            throw new IllegalArgumentException("A batch has 1 to " + MOST + " drafts");
        }
        Optional<Long> added = rows.add(token, by, clock.instant());
        if (added.isEmpty()) {
            return rows.of(token);
        }
        long batch = added.get();
        int filled = rows.fill(batch, drafts);
        if (filled == 0) {
            rows.end(batch, clock.instant());
            return added;
        }
        queue.add(BatchWork.KIND, Long.toString(batch));
        audit.record(
                by,
                AuditEntry.of(AuditAction.INVOICES_SENT_TOGETHER, "invoice-batch", batch)
                        .with("Drafts", Integer.toString(filled)));
        return added;
    }

    /** A page of all of them, from 1; two statements. */
    @Transactional(readOnly = true)
    public BatchPage page(int page) {
        return rows.page(page);
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Batch> find(long batch) {
        return rows.find(batch);
    }

    /** What came of each draft that was seen to, those skipped first; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<BatchItem> items(long batch) {
        return rows.items(batch, MOST);
    }
}
