package io.anteroom.clinic.export;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.export.content.ExportSubject;
import io.anteroom.clinic.export.content.ExportZip;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one copy. A worker that dies midway leaves a file that nobody claimed and that goes by itself, and the next one begins anew; once it
 * is ready nothing is made or told again. A process makes one at a time, since each takes room where files pass.
 */
@Component
class MakeExport implements WorkHandler {

    static final String KIND = "patient-export";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Actor PORTAL = new Actor.System("The portal");

    private final ExportRows rows;
    private final ExportZip zip;
    private final Files files;
    private final ExportNews news;
    private final Patients patients;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore room = new Semaphore(1);

    MakeExport(
            ExportRows rows,
            ExportZip zip,
            Files files,
            ExportNews news,
            Patients patients,
            WorkQueue work,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.zip = zip;
        this.files = files;
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
        if (!room.tryAcquire()) {
            transaction.executeWithoutResult(
                    _ -> work.add(KIND, ref, clock.instant().plus(PAUSE)));
            return;
        }
        try {
            var id = new ExportId(Long.parseLong(ref));
            var asked = Objects.requireNonNull(transaction.execute(_ -> rows.take(id)));
            if (asked.isPresent()) {
                make(asked.get());
            }
        } finally {
            room.release();
        }
    }

    private void make(PatientExport export) throws IOException {
        var patient = patients.find(export.patient());
        if (patient.isEmpty()) {
            transaction.executeWithoutResult(_ -> rows.gone(export.id()));
            return;
        }
        var subject = new ExportSubject(
                export.patient(),
                patient.get().details(),
                export.account(),
                export.reach(),
                export.language(),
                clock.instant());
        var file = files.make("record.zip", FileType.ZIP, out -> zip.write(subject, out), PORTAL);
        transaction.executeWithoutResult(_ -> ready(export, file));
    }

    private void ready(PatientExport export, StoredFile file) {
        rows.take(export.id()).ifPresent(one -> {
            var now = clock.instant();
            files.claim(file.id());
            rows.ready(one.id(), file, now, now.plus(KEPT));
            work.add(ExportExpiry.KIND, one.id().toString(), now.plus(KEPT));
            news.ready(one);
        });
    }
}
