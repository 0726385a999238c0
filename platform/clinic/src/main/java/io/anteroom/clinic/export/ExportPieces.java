package io.anteroom.clinic.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The bytes of copies, written and read piece by piece, so that none is ever whole in memory. */
@Component
class ExportPieces {

    private static final int PIECE = 256 * 1024;

    private final ExportRows rows;
    private final TransactionTemplate transaction;

    ExportPieces(ExportRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** For writing one anew; what was written of it before, by a worker that died, is forgotten. Outside of any transaction. */
    Sink write(ExportId id) {
        transaction.executeWithoutResult(_ -> rows.removePieces(id));
        return new Sink(id);
    }

    /** Copies all of it. Outside of any transaction, since a browser may be slow. */
    void copy(ExportId id, OutputStream to) throws IOException {
        int position = 0;
        for (var piece = piece(id, position); piece.isPresent(); piece = piece(id, position)) {
            to.write(piece.get());
            position++;
        }
    }

    private Optional<byte[]> piece(ExportId id, int position) {
        return Objects.requireNonNull(transaction.execute(_ -> rows.piece(id, position)));
    }

    /** Takes bytes, and keeps each piece as soon as it is full. */
    final class Sink extends OutputStream {

        private final ExportId id;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int position;
        private long size;

        private Sink(ExportId id) {
            this.id = id;
        }

        /** How many bytes there are by now. */
        long size() {
            return size;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, from.length);
            for (int taken = 0; taken < length; ) {
                int part = Math.min(length - taken, PIECE - filled);
                System.arraycopy(from, offset + taken, piece, filled, part);
                filled += part;
                taken += part;
                size += part;
                if (filled == PIECE) {
                    keep();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                keep();
            }
        }

        private void keep() {
            int at = position;
            byte[] full = Arrays.copyOf(piece, filled);
            transaction.executeWithoutResult(_ -> rows.addPiece(id, at, full));
            position++;
            filled = 0;
        }
    }
}
