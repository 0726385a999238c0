package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.Authentication;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what a device signed, for either purpose: a right answer names the key, and is noted with its count. */
@Component
class PasskeyProofs {

    private final Authentication authentication;
    private final PasskeyChallenges challenges;
    private final PasskeyCeremony ceremony;
    private final PasskeyRows rows;
    private final AccountLock lock;
    private final PasskeyTraces traces;
    private final Clock clock;

    PasskeyProofs(
            Authentication authentication,
            PasskeyChallenges challenges,
            PasskeyCeremony ceremony,
            PasskeyRows rows,
            AccountLock lock,
            PasskeyTraces traces,
            Clock clock) {
        this.authentication = authentication;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.rows = rows;
        this.lock = lock;
        this.traces = traces;
        this.clock = clock;
    }

    /** Whether the clinic takes passkeys. */
    boolean on() {
        return authentication.settings().passkeys();
    }

    /** The key that signed, if all is right. The challenge is used up either way. */
    Optional<StoredPasskey> proved(String response, PortalHost host, PasskeyChallenges.By by) {
        var now = clock.instant();
        return ceremony.readUse(response)
                .filter(data -> on())
                .flatMap(data -> PasskeyCeremony.challenge(data.getCollectedClientData())
                        .filter(challenge -> challenges.take(challenge, by, now))
                        .flatMap(challenge -> Optional.ofNullable(data.getCredentialId())
                                .flatMap(this::hold)
                                .filter(key -> right(key, ceremony.checkUse(data, challenge, host, key), now))));
    }

    /** The key of that id, which nobody else uses or removes meanwhile. */
    private Optional<StoredPasskey> hold(byte[] credentialId) {
        return rows.holder(credentialId).filter(lock::hold).flatMap(_ -> rows.find(credentialId));
    }

    private boolean right(StoredPasskey key, PasskeyCeremony.Checked checked, Instant now) {
        return switch (checked) {
            case PasskeyCeremony.Right use -> {
                rows.used(key.id(), use, now);
                yield true;
            }
            case PasskeyCeremony.Copied() -> {
                traces.refused(key);
                yield false;
            }
            case PasskeyCeremony.Wrong() -> {
                traces.wrong(key);
                yield false;
            }
        };
    }
}
