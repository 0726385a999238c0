package io.anteroom.clinic.access.passkey;

import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a browser is asked, as JSON: the members of Web Authentication Level 3, 5.4 and 5.5. */
final class PasskeyOptions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY = "public-key";

    private PasskeyOptions() {}

    /** To make a new key that can be found again without a name, unless the device already has one of the account. */
    static String toAdd(
            PortalHost host, String clinic, byte[] holder, String person, byte[] challenge, List<byte[]> known) {
        return JSON.writeValueAsString(new Creation(
                new Party(host.name(), clinic),
                new User(BASE64.encodeToString(holder), person, person),
                BASE64.encodeToString(challenge),
                PasskeyCeremony.ALGORITHMS.stream()
                        .map(algorithm -> new Parameter(KEY, algorithm.getAlg().getValue()))
                        .toList(),
                PasskeyChallenges.LIFE.toMillis(),
                described(known),
                new Selection("required", true, "required"),
                "none"));
    }

    /** To sign the challenge with one of these keys, or with any that the person chooses where none is named. */
    static String toUse(PortalHost host, byte[] challenge, List<byte[]> allowed) {
        return JSON.writeValueAsString(new Request(
                BASE64.encodeToString(challenge),
                host.name(),
                PasskeyChallenges.LIFE.toMillis(),
                described(allowed),
                "required"));
    }

    private static List<Descriptor> described(List<byte[]> credentials) {
        return credentials.stream()
                .map(id -> new Descriptor(KEY, BASE64.encodeToString(id)))
                .toList();
    }

    private record Creation(
            Party rp,
            User user,
            String challenge,
            List<Parameter> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {}

    private record Request(
            String challenge, String rpId, long timeout, List<Descriptor> allowCredentials, String userVerification) {}

    private record Party(String id, String name) {}

    private record User(String id, String name, String displayName) {}

    private record Parameter(String type, long alg) {}

    private record Descriptor(String type, String id) {}

    private record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}
}
