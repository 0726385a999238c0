package io.anteroom.messaging;

import io.anteroom.messaging.SecretBox.SealBroken;
import java.util.Optional;
import java.util.UUID;

/** Seals what the platform has to keep until the worker has seen to it, with the key of messages' secrets. */
public class PlatformSeal {

    private final SecretBox secrets;
    private final String purpose;

    /** Seals for one purpose; what is sealed for another stays shut. */
    PlatformSeal(SecretBox secrets, String purpose) {
        this.secrets = secrets;
        this.purpose = purpose;
    }

    /** {@code text}, readable only with the key, and only as the row {@code id}'s. */
    public byte[] seal(String text, UUID id) {
        return secrets.seal(text, purpose, new MessageId(id));
    }

    /** What was sealed; nothing if no key that we have opens it, or it is another row's. */
    public Optional<String> open(byte[] sealed, UUID id) {
        try {
            return Optional.of(secrets.open(sealed, purpose, new MessageId(id)));
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }
}
