package io.anteroom.clinic.file.content;

import io.anteroom.tenancy.passing.PassingFolder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of this process's own, in the {@linkplain PassingFolder folder for passing files}, gone when it is closed, and at the next start if
 * that never came to pass. Only its owner may read it.
 */
public final class Spool implements AutoCloseable {

    private final Path path;

    private Spool(Path path) {
        this.path = path;
    }

    /** An empty one. */
    public static Spool empty() throws IOException {
        return new Spool(Files.createTempFile(PassingFolder.own(), "", ".tmp"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Its bytes, from the first. */
    public InputStream read() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    /** For writing it anew. */
    public OutputStream write() throws IOException {
        return Files.newOutputStream(path);
    }

    /** How many bytes are in it. */
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies at most {@code most} bytes and says whether that was all. */
    boolean take(InputStream from, long most) throws IOException {
        try (OutputStream to = write()) {
            byte[] piece = new byte[16 * 1024];
            long taken = 0;
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                taken += read;
                if (taken > most) {
                    return false;
                }
                to.write(piece, 0, read);
            }
            return true;
        }
    }

    /** The SHA-256 of its bytes, in hexadecimal digits. */
    public String sha256() throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
