package io.anteroom.clinic.file;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.content.Contents;
import io.anteroom.clinic.file.content.FileRefusal;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.file.content.Prepared;
import io.anteroom.clinic.file.content.Spool;
import io.anteroom.clinic.file.scan.Scanner;
import io.anteroom.clinic.file.scan.Verdict;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a clinic's files in and gives them out. Who may see one is asked before, of what it belongs to. */
@Component
public class Files {

    private final Contents contents;
    private final Scanner scanner;
    private final FileKeeping keeping;
    private final FileRows rows;
    private final FileSettings settings;
    private final WorkQueue work;
    private final Clock clock;

    Files(
            Contents contents,
            Scanner scanner,
            FileKeeping keeping,
            FileRows rows,
            FileSettings settings,
            WorkQueue work,
            Clock clock) {
        this.contents = contents;
        this.scanner = scanner;
        this.keeping = keeping;
        this.rows = rows;
        this.settings = settings;
        this.work = work;
        this.clock = clock;
    }

    /** The most bytes a file may have. */
    public long largest() {
        return settings.largest().toBytes();
    }

    /**
     * Reads a file to its end, looks at it, has it scanned and keeps it, sealed. Outside any transaction, since all of that takes its
     * time; the caller claims it in the transaction that writes down what it is for. What is not claimed goes within hours.
     *
     * @param name what it was called where it came from; may be anything
     * @param from its bytes; not closed
     * @throws IOException if it breaks off, or where it is to be kept does not answer
     * @throws org.springframework.transaction.IllegalTransactionStateException within a transaction
     */
    @Transactional(propagation = Propagation.NEVER)
    public Taking take(@Nullable String name, InputStream from, Actor by) throws IOException {
        try (var prepared = contents.prepare(name, from, largest())) {
            return switch (prepared) {
                case Prepared.Refused(FileRefusal why) -> new Taking.Refused(why);
                case Prepared.Ready ready -> kept(ready, by);
            };
        }
    }

    /** Writes what the application itself makes. */
    @FunctionalInterface
    public interface Making {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Keeps what the application itself makes, sealed like what is taken in; nothing of it is looked at or scanned. It passes through a
     * file of this process's own. The caller claims it as what is {@linkplain #take taken}.
     *
     * @param name what it is kept as, safe on any system
     * @throws IOException if where it is to be kept does not answer, or {@code making} throws it
     */
    @Transactional(propagation = Propagation.NEVER)
    public StoredFile make(String name, FileType type, Making making, Actor by) throws IOException {
        try (Spool spool = Spool.empty()) {
            try (OutputStream out = new BufferedOutputStream(spool.write())) {
                making.to(out);
            }
            return keeping.keep(new Prepared.Ready(name, type, spool, spool.sha256()), FileCheck.UNCHECKED, by);
        }
    }

    private Taking kept(Prepared.Ready ready, Actor by) throws IOException {
        return switch (scanned(ready)) {
            case Verdict.Infected _ -> new Taking.Refused(FileRefusal.VIRUS);
            case Verdict.Clean _ -> new Taking.Taken(keeping.keep(ready, FileCheck.CLEAN, by));
            case Verdict.NotAsked _ -> new Taking.Taken(keeping.keep(ready, FileCheck.UNCHECKED, by));
            case Verdict.Unreachable _ -> new Taking.Taken(keeping.keep(ready, FileCheck.WAITING, by));
        };
    }

    private Verdict scanned(Prepared.Ready ready) throws IOException {
        try (InputStream in = ready.content().read()) {
            return scanner.scan(in);
        }
    }

    /**
     * Says that the file belongs to something from now on, in the transaction that writes down what.
     *
     * @throws IllegalStateException if it belongs to something already, or is gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(FileId id) {
        if (!rows.claim(id, clock.instant())) {
            throw new IllegalStateException("File " + id + " is not there to be claimed");
        }
    }

    /** Says that it belongs to nothing any more; row and content go soon after the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(FileId id) {
        if (rows.release(id, clock.instant())) {
            work.add(FileRemoval.KIND, id.toString());
        }
    }

    /** What is known of a file, unless it is gone. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(FileId id) {
        return rows.find(id);
    }

    /**
     * Opens a file for reading, which the caller does outside of any transaction.
     *
     * @throws io.anteroom.clinic.file.seal.UnreadableFileException if the clinic's key is gone
     */
    @Transactional(readOnly = true)
    public Opening open(FileId id) {
        var found = rows.find(id);
        if (found.isEmpty()) {
            return new Opening.NotThere();
        }
        return switch (found.get().check()) {
            case WAITING -> new Opening.Waiting();
            case INFECTED -> new Opening.Infected();
            case CLEAN, UNCHECKED -> new Opening.Opened(keeping.content(found.get()));
        };
    }
}
