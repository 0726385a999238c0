package io.anteroom.clinic.file;

import io.anteroom.clinic.file.seal.FileSeal;
import io.anteroom.clinic.file.seal.SealedContent;
import io.anteroom.clinic.file.store.SealedPieces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The content of a file, read piece by piece by whoever is bound to its clinic. */
public final class FileContent {

    private final StoredFile file;
    private final SealedContent sealed;
    private final FileSeal seal;
    private final Contents contents;

    /** Where the pieces come from. */
    @FunctionalInterface
    interface Contents {
        SealedPieces from(int piece) throws IOException;
    }

    FileContent(StoredFile file, SealedContent sealed, FileSeal seal, Contents contents) {
        this.file = file;
        this.sealed = sealed;
        this.seal = seal;
        this.contents = contents;
    }

    /** Which file. */
    public StoredFile file() {
        return file;
    }

    /**
     * Its bytes from {@code offset} on. The first piece is read and opened before this returns, so that a file that cannot be read
     * fails before anything is answered.
     *
     * @throws IOException if where it is kept doesn't answer
     * @throws io.anteroom.clinic.file.seal.UnreadableFileException if its seal doesn't open
     */
    public InputStream from(long offset) throws IOException {
        Objects.checkIndex(offset, file.size());
        var pieces = contents.from((int) (offset / FileSeal.PIECE));
        try {
            return new Opened(pieces, offset);
        } catch (IOException | RuntimeException e) {
            pieces.close();
            throw e;
        }
    }

    private final class Opened extends InputStream {

        private final SealedPieces pieces;
        private byte[] piece;
        private int position;
        private int at;

        Opened(SealedPieces pieces, long offset) throws IOException {
            this.pieces = pieces;
            this.position = (int) (offset / FileSeal.PIECE);
            this.piece = open(pieces, position);
            this.at = (int) (offset % FileSeal.PIECE);
        }

        private byte[] open(SealedPieces from, int which) throws IOException {
            return seal.open(sealed, which, from.next(sealed.length(which) + FileSeal.LONGER));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (at == piece.length) {
                if (position + 1 == sealed.pieces()) {
                    return -1;
                }
                position++;
                piece = open(pieces, position);
                at = 0;
            }
            int given = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, given);
            at += given;
            return given;
        }

        @Override
        public void close() throws IOException {
            pieces.close();
        }
    }
}
