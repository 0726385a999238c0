package io.anteroom.clinic.file;

import io.anteroom.clinic.file.scan.Scanner;
import io.anteroom.clinic.file.scan.Verdict;
import io.anteroom.clinic.file.store.DatabaseStore;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the scanner again about files that came while it did not answer, until it does. */
@Component
class FileScan implements WorkHandler {

    static final String KIND = "file-scan";

    /** How long to wait before it is asked again. */
    static final Duration PAUSE = Duration.ofMinutes(2);

    private final FileRows rows;
    private final FileKeeping keeping;
    private final DatabaseStore database;
    private final Scanner scanner;
    private final WorkQueue work;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileScan(
            FileRows rows,
            FileKeeping keeping,
            DatabaseStore database,
            Scanner scanner,
            WorkQueue work,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.keeping = keeping;
        this.database = database;
        this.scanner = scanner;
        this.work = work;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) throws IOException {
        var id = new FileId(Long.parseLong(ref));
        Optional<FileContent> waiting = Objects.requireNonNull(transaction.execute(_ -> rows.find(id)
                .filter(file -> file.check() == FileCheck.WAITING || file.check() == FileCheck.INFECTED)
                .map(keeping::content)));
        if (waiting.isEmpty()) {
            return;
        }
        var file = waiting.get().file();
        if (file.check() == FileCheck.INFECTED) {
            keeping.removeObject(file);
            return;
        }
        switch (scan(waiting.get())) {
            case Verdict.Clean _ -> conclude(file, FileCheck.CLEAN);
            case Verdict.NotAsked _ -> conclude(file, FileCheck.UNCHECKED);
            case Verdict.Infected _ -> {
                conclude(file, FileCheck.INFECTED);
                keeping.removeObject(file);
            }
            case Verdict.Unreachable _ ->
                transaction.executeWithoutResult(
                        _ -> work.add(KIND, ref, clock.instant().plus(PAUSE)));
        }
    }

    private Verdict scan(FileContent content) throws IOException {
        try (InputStream in = content.from(0)) {
            return scanner.scan(in);
        }
    }

    private void conclude(StoredFile file, FileCheck check) {
        transaction.executeWithoutResult(_ -> {
            if (rows.checked(file.id(), check)) {
                if (check == FileCheck.INFECTED) {
                    database.remove(file.id().value());
                }
                events.publishEvent(new FileChecked(file.id(), check.opens()));
            }
        });
    }
}
