package io.anteroom.clinic.access.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * A phone with one passkey, and the browser on it: a P-256 key that answers as Web Authentication Level 3 says, or lies
 * where a test tells it to.
 */
final class Device {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_KEY = 0x40;

    private final KeyPair key;
    private final byte[] credentialId;
    private String origin;
    private String host;
    private int flags = PRESENT_AND_VERIFIED;
    private int signCount;
    private byte[] holder = new byte[0];

    Device(PortalHost at, String id) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        credentialId = Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), 16);
        origin = at.origin();
        host = at.name();
    }

    /** The browser is on another site, and says so. */
    Device on(PortalHost other) {
        origin = other.origin();
        host = other.name();
        return this;
    }

    /** Nobody showed a finger, a face or a PIN. */
    Device unverified() {
        flags = 0x01;
        return this;
    }

    Device signed(int times) {
        signCount = times;
        return this;
    }

    /** Makes the key, and answers {@code options}. */
    String creates(String options) {
        var asked = JSON.readTree(options);
        holder = Base64.getUrlDecoder().decode(asked.get("user").get("id").asString());
        var client = client("webauthn.create", asked.get("challenge").asString());
        return answer("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                .formatted(BASE64.encodeToString(client), BASE64.encodeToString(attestation())));
    }

    /** Signs the challenge of {@code options}. */
    String signs(String options) {
        var client =
                client("webauthn.get", JSON.readTree(options).get("challenge").asString());
        var data = authenticatorData(0);
        return answer(
                "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
                        .formatted(
                                BASE64.encodeToString(client),
                                BASE64.encodeToString(data),
                                BASE64.encodeToString(signature(joined(data, sha256(client)))),
                                BASE64.encodeToString(holder)));
    }

    private String answer(String response) {
        var id = BASE64.encodeToString(credentialId);
        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"response\":{%s},\"clientExtensionResults\":{}}"
                .formatted(id, id, response);
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** CBOR by hand: a map of fmt, attStmt and authData. */
    private byte[] attestation() {
        var data = joined(
                authenticatorData(WITH_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                cose());
        return joined(
                HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
                new byte[] {0x58, (byte) data.length},
                data);
    }

    /** The public key as COSE has it: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    private byte[] cose() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return joined(
                HexFormat.of().parseHex("a5010203262001215820"),
                coordinate(point.getAffineX().toByteArray()),
                HexFormat.of().parseHex("225820"),
                coordinate(point.getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        var fixed = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private byte[] authenticatorData(int more) {
        return joined(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (flags | more)},
                ByteBuffer.allocate(4).putInt(signCount).array());
    }

    private byte[] signature(byte[] message) {
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
