package io.anteroom.clinic.billing.batch;

import io.anteroom.tenancy.work.WorkHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** What the worker does for a batch: draft by draft, until none is left. */
@Component
class BatchWork implements WorkHandler {

    static final String KIND = "invoice-batch";

    private static final Logger log = LoggerFactory.getLogger(BatchWork.class);

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
            more = next(batch);
        }
    }

    /** A draft that can't be sent is passed over, or it would be met first each time and hold up all behind it. */
    private boolean next(long batch) {
        try {
            return step.next(batch);
        } catch (TransientDataAccessException unlucky) {
            // Nothing is wrong with the draft: the queue comes again.
            throw unlucky;
        } catch (RuntimeException broken) {
            if (!step.passOver(batch)) {
                throw broken;
            }
            log.warn(
                    "A draft of batch {} could not be sent: {}",
                    batch,
                    broken.getClass().getName());
            return true;
        }
    }
}
