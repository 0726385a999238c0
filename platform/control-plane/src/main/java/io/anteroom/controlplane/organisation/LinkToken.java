package io.anteroom.controlplane.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The secret part of a link: 256 random bits in URL-safe Base64. Who holds it may open the page. Only its SHA-256 is
 * stored; with that much chance in it a slow or keyed hash would add nothing.
 *
 * @param value 43 characters
 */
public record LinkToken(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    /**
     * @throws IllegalArgumentException if {@code value} is not of that shape
     */
    public LinkToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a link token");
        }
    }

    /** A new one; {@code random} must be fit for secrets. */
    static LinkToken random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads the part of an address that should be one. */
    public static Optional<LinkToken> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** What is stored: the SHA-256, 32 bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Twelve hexadecimal digits that tell one token from another and open nothing. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash(), 0, 6);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
