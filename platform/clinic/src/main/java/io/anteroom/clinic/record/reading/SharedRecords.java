package io.anteroom.clinic.record.reading;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.record.RecordAudit;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The portal's only way to clinical records. */
@Component
public class SharedRecords {

    private final JdbcClient jdbc;
    private final RecordAudit audit;
    private final RecordVisits visits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SharedRecords(
            JdbcClient jdbc, RecordAudit audit, RecordVisits visits, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.visits = visits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What may be read of them with that chart. */
    public VisibleRecords in(ElevatedChart chart) {
        return new VisibleRecords(chart, jdbc, audit, visits, transaction, clock);
    }
}
