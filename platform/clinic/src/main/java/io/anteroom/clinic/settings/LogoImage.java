package io.anteroom.clinic.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A logo as a PNG of our own making. */
public final class LogoImage {

    private final LogoId id;
    private final byte[] png;
    private final int width;
    private final int height;

    LogoImage(byte[] png, int width, int height) {
        this.id = idOf(png);
        this.png = png;
        this.width = width;
        this.height = height;
    }

    /** Its name, made of its bytes. */
    public LogoId id() {
        return id;
    }

    /** The PNG file; not to be changed. */
    public byte[] png() {
        return png;
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    private static LogoId idOf(byte[] png) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
            return new LogoId(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
