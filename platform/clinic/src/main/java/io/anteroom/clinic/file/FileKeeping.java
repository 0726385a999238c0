package io.anteroom.clinic.file;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.content.Prepared;
import io.anteroom.clinic.file.content.Spool;
import io.anteroom.clinic.file.seal.FileSeal;
import io.anteroom.clinic.file.seal.FileSeals;
import io.anteroom.clinic.file.seal.SealedContent;
import io.anteroom.clinic.file.store.DatabaseStore;
import io.anteroom.clinic.file.store.ObjectStore;
import io.anteroom.clinic.file.store.SealedPieces;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts sealed contents where they are kept, and finds them there. The row comes first, with a piece of work that removes what nobody
 * has claimed: whatever happens after that, and whether or not anybody learns of it, nothing stays that has no row.
 */
@Component
class FileKeeping {

    /** How long a file may be nobody's. */
    static final Duration UNCLAIMED = Duration.ofHours(2);

    private static final int LONGEST_NAME = 200;

    private final FileRows rows;
    private final FileSeals seals;
    private final DatabaseStore database;
    private final ObjectProvider<ObjectStore> objects;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileKeeping(
            FileRows rows,
            FileSeals seals,
            DatabaseStore database,
            ObjectProvider<ObjectStore> objects,
            WorkQueue work,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.seals = seals;
        this.database = database;
        this.objects = objects;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps it where new files go. */
    StoredFile keep(Prepared.Ready ready, FileCheck check, Actor by) throws IOException {
        var store = objects.getIfAvailable();
        return store == null ? inDatabase(ready, check, by) : inObjects(store, ready, check, by);
    }

    private StoredFile inDatabase(Prepared.Ready ready, FileCheck check, Actor by) throws IOException {
        try (InputStream in = ready.content().read()) {
            return Objects.requireNonNull(transaction.execute(_ -> {
                var file = row(ready, FilePlace.DATABASE, check, by);
                seal(
                        file,
                        seals.forSealing(),
                        in,
                        (position, piece) -> database.write(file.id().value(), position, piece));
                placed(file);
                return file;
            }));
        }
    }

    private StoredFile inObjects(ObjectStore store, Prepared.Ready ready, FileCheck check, Actor by)
            throws IOException {
        record Begun(StoredFile file, FileSeal seal) {}
        var begun = Objects.requireNonNull(
                transaction.execute(_ -> new Begun(row(ready, FilePlace.OBJECTS, check, by), seals.forSealing())));
        // Sealed on disk first: each try has to send the same bytes, and a seal is never the same twice.
        try (Spool sealed = Spool.empty();
                InputStream in = ready.content().read()) {
            try (OutputStream out = sealed.write()) {
                seal(begun.file(), begun.seal(), in, (_, piece) -> out.write(piece));
            }
            store.write(clinic(), begun.file().content(), sealed.path());
        }
        transaction.executeWithoutResult(_ -> placed(begun.file()));
        return begun.file();
    }

    private StoredFile row(Prepared.Ready ready, FilePlace place, FileCheck check, Actor by) {
        var now = clock.instant();
        String name = by.name().length() <= LONGEST_NAME ? by.name() : by.name().substring(0, LONGEST_NAME);
        var file = rows.insert(UUID.randomUUID(), ready, place, check, now, name);
        work.add(FileRemoval.KIND, file.id().toString(), now.plus(UNCLAIMED));
        return file;
    }

    private void placed(StoredFile file) {
        rows.placed(file.id(), clock.instant());
        if (file.check() == FileCheck.WAITING) {
            work.add(FileScan.KIND, file.id().toString(), clock.instant().plus(FileScan.PAUSE));
        }
    }

    private interface Pieces {
        void put(int position, byte[] sealed) throws IOException;
    }

    private static void seal(StoredFile file, FileSeal seal, InputStream in, Pieces to) {
        var content = sealed(file);
        byte[] piece = new byte[FileSeal.PIECE];
        try {
            for (int position = 0; position < content.pieces(); position++) {
                int length = in.readNBytes(piece, 0, content.length(position));
                to.put(position, seal.seal(content, position, piece, length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a file that may be opened, or is to be scanned. Within a transaction. */
    FileContent content(StoredFile file) {
        return new FileContent(file, sealed(file), seals.forOpening(), piece -> pieces(file, piece));
    }

    private SealedPieces pieces(StoredFile file, int first) throws IOException {
        return switch (file.place()) {
            case DATABASE -> database.read(file.id().value(), first);
            case OBJECTS -> objects().read(clinic(), file.content(), first);
        };
    }

    /** Removes what is kept outside of the database; to be called before the row goes, as often as one likes. */
    void removeObject(StoredFile file) throws IOException {
        if (file.place() == FilePlace.OBJECTS) {
            objects().remove(clinic(), file.content());
        }
    }

    private ObjectStore objects() {
        var store = objects.getIfAvailable();
        if (store == null) {
            throw new IllegalStateException("A file is in an object store, and anteroom.files.s3 names none");
        }
        return store;
    }

    private static SealedContent sealed(StoredFile file) {
        return new SealedContent(CurrentTenant.get().id(), file.content(), file.size());
    }

    private static String clinic() {
        return CurrentTenant.get().id().value();
    }
}
