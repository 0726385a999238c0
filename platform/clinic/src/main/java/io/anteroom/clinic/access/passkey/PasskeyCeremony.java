package io.anteroom.clinic.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Checks what a device answers: signed with the right key, for this host, with the person's finger, face or PIN. What is
 * malformed is refused like what is wrong.
 */
@Component
class PasskeyCeremony {

    /** What a new key may be: Ed25519, P-256, RSA. */
    static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private static final int LONGEST = 20_000;

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(objects);

    /** What a device says that it made a new key, unchecked. */
    Optional<RegistrationData> readNew(String response) {
        return read(response, () -> webAuthn.parseRegistrationResponseJSON(response));
    }

    /** What a device says that it signed, unchecked. */
    Optional<AuthenticationData> readUse(String response) {
        return read(response, () -> webAuthn.parseAuthenticationResponseJSON(response));
    }

    /** The challenge that an answer claims to be for. */
    static Optional<byte[]> challenge(@Nullable CollectedClientData client) {
        return Optional.ofNullable(client).map(data -> data.getChallenge().getValue());
    }

    /** The new key, if the answer to {@code challenge} is right. */
    Optional<NewKey> checkNew(RegistrationData data, byte[] challenge, PortalHost host) {
        return read("", () -> {
            var checked =
                    webAuthn.verify(data, new RegistrationParameters(server(host, challenge), ALGORITHMS, true, true));
            var authenticator =
                    Objects.requireNonNull(checked.getAttestationObject()).getAuthenticatorData();
            var key = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return new NewKey(
                    key.getCredentialId(),
                    attested.convert(key),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS());
        });
    }

    /** Whether the answer to {@code challenge} is right, and how the key stands then. */
    Checked checkUse(AuthenticationData data, byte[] challenge, PortalHost host, StoredPasskey key) {
        var holder = data.getUserHandle();
        if (!key.host().equals(host.name()) || (holder != null && !MessageDigest.isEqual(holder, key.holder()))) {
            return new Wrong();
        }
        try {
            return this.<Checked>read("", () -> {
                        var checked = webAuthn.verify(
                                data,
                                new AuthenticationParameters(server(host, challenge), record(key), null, true, true));
                        var authenticator = Objects.requireNonNull(checked.getAuthenticatorData());
                        return new Right(authenticator.getSignCount(), authenticator.isFlagBS());
                    })
                    .orElseGet(Wrong::new);
        } catch (MaliciousCounterValueException signedBefore) {
            return new Copied();
        }
    }

    private CredentialRecordImpl record(StoredPasskey key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.backupEligible(),
                key.backedUp(),
                key.signCount(),
                attested.convert(key.attested()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty server(PortalHost host, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(host.origin()))
                .rpId(host.name())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /** The library throws for what is wrong, and in places for what it did not expect; neither is a fault of ours. */
    private <T> Optional<T> read(String response, Supplier<T> work) {
        try {
            return response.length() > LONGEST ? Optional.empty() : Optional.ofNullable(work.get());
        } catch (MaliciousCounterValueException signedBefore) {
            throw signedBefore;
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException refused) {
            return Optional.empty();
        }
    }

    /** A key that was made. */
    @SuppressWarnings("ArrayRecordComponent") // stored and never compared
    record NewKey(byte[] credentialId, byte[] attested, long signCount, boolean backupEligible, boolean backedUp) {}

    /** What came of a key's use. */
    sealed interface Checked {}

    /** All is right; so often has it signed by now. */
    record Right(long signCount, boolean backedUp) implements Checked {}

    /** All is right but the count: it has signed no more often than before, so that there may be two of it. */
    record Copied() implements Checked {}

    /** Something is not. */
    record Wrong() implements Checked {}
}
