package io.anteroom.clinic.file;

import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes files that are nobody's: those that were let go, and those that nothing ever claimed, such as one whose process ended
 * between keeping it and writing down what it was for. First it is marked, so that nobody claims it any more; then the content goes;
 * last the row, so that whatever ends in between is done again.
 */
@Component
class FileRemoval implements WorkHandler {

    static final String KIND = "file-removal";

    private final FileRows rows;
    private final FileKeeping keeping;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileRemoval(
            FileRows rows, FileKeeping keeping, WorkQueue work, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.keeping = keeping;
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
        var id = new FileId(Long.parseLong(ref));
        Optional<StoredFile> leaving = Objects.requireNonNull(transaction.execute(_ -> mark(id)));
        if (leaving.isPresent()) {
            keeping.removeObject(leaving.get());
            transaction.executeWithoutResult(_ -> rows.delete(id));
        }
    }

    private Optional<StoredFile> mark(FileId id) {
        var found = rows.lock(id);
        if (found.isEmpty() || found.get().releasedAt() != null) {
            return found.map(FileRows.Leaving::file);
        }
        if (found.get().claimed()) {
            return Optional.empty();
        }
        var file = found.get().file();
        var end = file.madeAt().plus(FileKeeping.UNCLAIMED);
        if (end.isAfter(clock.instant())) {
            work.add(KIND, id.toString(), end);
            return Optional.empty();
        }
        rows.release(id, clock.instant());
        return Optional.of(file);
    }
}
