package io.anteroom.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps a message's secret while it waits: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. The owner (a tenant)
 * and the message's id are authenticated along with it, so that a sealed secret copied to another row or clinic stays shut.
 */
final class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;
    private final SecureRandom random;

    /**
     * @param keys the first seals, any opens: so a key can be changed while messages wait
     */
    SecretBox(List<SecretKey> keys, SecureRandom random) {
        this.keys = List.copyOf(keys);
        this.random = random;
    }

    byte[] seal(String secret, String owner, MessageId id) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner, id)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    /**
     * @throws SealBroken if no key opens it: another key, another owner, another message, or altered bytes
     */
    String open(byte[] sealed, String owner, MessageId id) throws SealBroken {
        for (SecretKey key : keys) {
            Optional<String> secret = open(key, sealed, owner, id);
            if (secret.isPresent()) {
                return secret.get();
            }
        }
        throw new SealBroken();
    }

    private static Optional<String> open(SecretKey key, byte[] sealed, String owner, MessageId id) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, nonce, owner, id)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner, MessageId id)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((owner + "/" + id).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The secret cannot be read with any key that we have. */
    static final class SealBroken extends Exception {

        private static final long serialVersionUID = 1L;

        SealBroken() {
            super("No key opens this secret");
        }
    }
}
