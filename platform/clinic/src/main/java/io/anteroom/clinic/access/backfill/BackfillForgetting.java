package io.anteroom.clinic.access.backfill;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets, some time after, what stood on the records that a backfill looked at. It can be taken back all the same. */
@Component
class BackfillForgetting implements WorkHandler {

    static final String KIND = "credential-backfill-forgetting";

    private final BackfillLines lines;
    private final TransactionTemplate transaction;

    BackfillForgetting(BackfillLines lines, TransactionTemplate transaction) {
        this.lines = lines;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        transaction.executeWithoutResult(_ -> lines.forget(new BackfillId(Long.parseLong(ref))));
    }
}
