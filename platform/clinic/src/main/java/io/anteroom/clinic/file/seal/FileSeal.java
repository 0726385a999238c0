package io.anteroom.clinic.file.seal;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Seals and opens pieces of files with one clinic's key: AES-256-GCM by Tink, with a fresh nonce for each piece. */
public final class FileSeal {

    /** Bytes in a piece, but for the last of a file. */
    public static final int PIECE = 128 * 1024;

    /** By how much a sealed piece is longer: Tink's prefix that names the key, the nonce and the tag. */
    public static final int LONGER = 5 + 12 + 16;

    private final Aead key;

    FileSeal(Aead key) {
        this.key = key;
    }

    /** Seals the first {@code length} bytes of {@code piece}. */
    public byte[] seal(SealedContent of, int position, byte[] piece, int length) {
        if (length != of.length(position)) {
            throw new IllegalArgumentException("A piece of another length than the file's size says");
        }
        try {
            byte[] plain = length == piece.length ? piece : Arrays.copyOf(piece, length);
            return key.encrypt(plain, of.boundTo(position));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A piece could not be sealed", e);
        }
    }

    /**
     * Opens a piece.
     *
     * @throws UnreadableFileException if it was not sealed with this key as that piece of that file
     */
    public byte[] open(SealedContent of, int position, byte[] sealed) {
        try {
            return key.decrypt(sealed, of.boundTo(position));
        } catch (GeneralSecurityException e) {
            throw new UnreadableFileException("A piece of a file does not open", e);
        }
    }
}
