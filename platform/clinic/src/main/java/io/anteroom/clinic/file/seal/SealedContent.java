package io.anteroom.clinic.file.seal;

import io.anteroom.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What each piece of a content is bound to, so that none can be moved to another clinic, file or place, and none be cut off.
 *
 * @param tenant whose it is
 * @param content which one
 * @param size its bytes, unsealed
 */
public record SealedContent(TenantId tenant, UUID content, long size) {

    private static final byte[] KIND = "anteroom file 1".getBytes(StandardCharsets.US_ASCII);

    /** In how many pieces it comes. */
    public int pieces() {
        return Math.toIntExact((size + FileSeal.PIECE - 1) / FileSeal.PIECE);
    }

    /** How many bytes of it are in that piece. */
    public int length(int position) {
        return (int) Math.min(FileSeal.PIECE, size - (long) position * FileSeal.PIECE);
    }

    byte[] boundTo(int position) {
        byte[] clinic = tenant.value().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(KIND.length + clinic.length + 2 * Long.BYTES + Long.BYTES + Integer.BYTES)
                .put(KIND)
                .put(clinic)
                .putLong(content.getMostSignificantBits())
                .putLong(content.getLeastSignificantBits())
                .putLong(size)
                .putInt(position)
                .array();
    }
}
