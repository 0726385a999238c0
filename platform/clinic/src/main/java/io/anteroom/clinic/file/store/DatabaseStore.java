package io.anteroom.clinic.file.store;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pieces as rows beside the file's own: they come and go with it, and are in the backup. */
@Component
public class DatabaseStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    DatabaseStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Writes a piece, in the caller's transaction. */
    public void write(long file, int position, byte[] sealed) {
        jdbc.sql("insert into __tenant__.file_chunk (file_id, position, sealed) values (:file, :position, :sealed)")
                .param("file", file)
                .param("position", position)
                .param("sealed", sealed)
                .update();
    }

    /** Removes all of a file, in the caller's transaction. */
    public void remove(long file) {
        jdbc.sql("delete from __tenant__.file_chunk where file_id = :file")
                .param("file", file)
                .update();
    }

    /** The pieces from {@code first} on, each by a transaction of its own: a slow reader holds no connection. */
    public SealedPieces read(long file, int first) {
        return new SealedPieces() {
            private int position = first;

            @Override
            public byte[] next(int length) throws IOException {
                Optional<byte[]> sealed = Objects.requireNonNull(reading.execute(_ -> find(file, position)));
                if (sealed.isEmpty() || sealed.get().length != length) {
                    throw new LostContentException("A piece of a file is missing");
                }
                position++;
                return sealed.get();
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private Optional<byte[]> find(long file, int position) {
        return jdbc.sql("select sealed from __tenant__.file_chunk where file_id = :file and position = :position")
                .param("file", file)
                .param("position", position)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }
}
