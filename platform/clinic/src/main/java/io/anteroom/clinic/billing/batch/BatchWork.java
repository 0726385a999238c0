package io.anteroom.clinic.billing.batch;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;

/** What the worker does for a batch: draft by draft, until none is left. */
@Component
class BatchWork implements WorkHandler {

    static final String KIND = "invoice-batch";

    private final BatchStep step;

    BatchWork(BatchStep step) {
        this.step = step;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        long batch = Long.parseLong(ref);
        boolean more = true;
        while (more) {
            more = step.next(batch);
        }
    }
}
