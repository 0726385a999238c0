package io.anteroom.clinic.file.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.anteroom.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The platform's keys, with which clinics' keys are sealed: the one in use, and those before it that still open what they sealed. */
public final class PlatformKeys {

    private static final int BYTES = 32;

    private final List<PlatformKey> keys;

    private record PlatformKey(String fingerprint, Aead aead) {}

    /** A clinic's key as it is stored, in base64. */
    record Wrapped(String keyset, String with) {}

    /**
     * Of what the settings say.
     *
     * @param key 32 bytes in base64
     * @param previous the same of the key before, or null
     * @throws IllegalArgumentException if one of them is anything else
     */
    public PlatformKeys(String key, @Nullable String previous) {
        this.keys = Stream.of(key, previous == null || previous.isBlank() ? key : previous)
                .distinct()
                .map(PlatformKeys::read)
                .toList();
    }

    /** Whether that is a key. */
    public static boolean fits(@Nullable String base64) {
        try {
            return base64 != null && Base64.getDecoder().decode(base64.strip()).length == BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A new key for a clinic. */
    Wrapped make(TenantId tenant) {
        try {
            return wrap(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()), tenant);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    /** Whether it was sealed with the key in use. */
    boolean current(Wrapped wrapped) {
        return keys.getFirst().fingerprint().equals(wrapped.with());
    }

    /** The same, sealed with the key in use. */
    Wrapped anew(Wrapped wrapped, TenantId tenant) {
        return wrap(open(wrapped, tenant), tenant);
    }

    FileSeal seal(Wrapped wrapped, TenantId tenant) {
        try {
            return new FileSeal(open(wrapped, tenant).getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new UnreadableFileException("The clinic's key for files is no key", e);
        }
    }

    private Wrapped wrap(KeysetHandle handle, TenantId tenant) {
        try {
            var first = keys.getFirst();
            return new Wrapped(
                    Base64.getEncoder()
                            .encodeToString(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                    handle, first.aead(), boundTo(tenant), RegistryConfiguration.get())),
                    first.fingerprint());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A clinic's key could not be sealed", e);
        }
    }

    private KeysetHandle open(Wrapped wrapped, TenantId tenant) {
        var with = keys.stream()
                .filter(key -> key.fingerprint().equals(wrapped.with()))
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(
                        "The clinic's key for files was sealed with a key that is not set any more"));
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    Base64.getDecoder().decode(wrapped.keyset()),
                    with.aead(),
                    boundTo(tenant),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new UnreadableFileException("The clinic's key for files does not open", e);
        }
    }

    private static byte[] boundTo(TenantId tenant) {
        return ("anteroom file key 1 " + tenant.value()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Tink wants it said where a key is made of bytes that came from elsewhere. */
    @AccessesPartialKey
    private static PlatformKey read(String base64) {
        if (!fits(base64)) {
            throw new IllegalArgumentException("Not 32 bytes in base64");
        }
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        try {
            AeadConfig.register();
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            var key = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            var handle = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new PlatformKey(
                    HexFormat.of().formatHex(digest, 0, 8),
                    handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform's key for files cannot be used", e);
        }
    }
}
