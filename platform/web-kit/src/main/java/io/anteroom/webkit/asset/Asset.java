package io.anteroom.webkit.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A file served under a hash of its content. */
final class Asset {

    private final String name;
    private final String type;
    private final String url;
    private final byte[] plain;
    private final byte[] packed;

    private Asset(String name, String type, byte[] plain, byte[] packed) {
        this.name = name;
        this.type = type;
        this.url = "/assets/" + hash(plain) + "/" + name;
        this.plain = plain;
        this.packed = packed;
    }

    static Asset read(String name, String type, String resource) {
        return read(name, type, resource, UnaryOperator.identity());
    }

    /** The same, served as {@code change} makes it. */
    static Asset read(String name, String type, String resource, UnaryOperator<byte[]> change) {
        return of(name, type, change.apply(bytes(resource)));
    }

    /** Several files, served as one after the other. */
    static Asset join(String name, String type, String... resources) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (String resource : resources) {
            joined.writeBytes(bytes(resource));
        }
        return of(name, type, joined.toByteArray());
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No such resource: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset of(String name, String type, byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Asset(name, type, bytes, packed.toByteArray());
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String url() {
        return url;
    }

    void writeTo(OutputStream out, boolean inGzip) throws IOException {
        out.write(inGzip ? packed : plain);
    }

    int length(boolean inGzip) {
        return (inGzip ? packed : plain).length;
    }
}
