package io.anteroom.clinic.export;

import io.anteroom.clinic.patient.Patients;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one copy. A worker that dies midway leaves pieces that nobody can fetch, and the next one begins anew; once it is ready nothing is
 * made or told again.
 */
@Component
class MakeExport implements WorkHandler {

    static final String KIND = "patient-export";

    private static final Duration KEPT = Duration.ofDays(7);

    private final ExportRows rows;
    private final ExportPieces pieces;
    private final ExportZip zip;
    private final ExportNews news;
    private final Patients patients;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MakeExport(
            ExportRows rows,
            ExportPieces pieces,
            ExportZip zip,
            ExportNews news,
            Patients patients,
            WorkQueue work,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.pieces = pieces;
        this.zip = zip;
        this.news = news;
        this.patients = patients;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) throws IOException {
        var id = new ExportId(Long.parseLong(ref));
        var asked = Objects.requireNonNull(transaction.execute(_ -> rows.take(id)));
        if (asked.isPresent()) {
            make(asked.get());
        }
    }

    private void make(PatientExport export) throws IOException {
        var patient = patients.find(export.patient());
        if (patient.isEmpty()) {
            transaction.executeWithoutResult(_ -> rows.gone(export.id()));
            return;
        }
        var subject = new ExportSubject(patient.get(), export, clock.instant());
        var sink = pieces.write(export.id());
        try (sink) {
            zip.write(subject, sink);
        }
        transaction.executeWithoutResult(_ -> ready(export, sink.size()));
    }

    private void ready(PatientExport export, long size) {
        Optional<PatientExport> still = rows.take(export.id());
        still.ifPresent(one -> {
            var now = clock.instant();
            rows.ready(one.id(), size, now, now.plus(KEPT));
            work.add(ExportExpiry.KIND, one.id().toString(), now.plus(KEPT));
            news.ready(one);
        });
    }
}
