package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A code that can't be entered any more isn't sent, nor one to where the clinic sends no codes by now. */
@Component
class UnlockCodeStillHolds implements StillHolds {

    private final UnlockRows rows;
    private final Authentication authentication;
    private final Clock clock;

    UnlockCodeStillHolds(UnlockRows rows, Authentication authentication, Clock clock) {
        this.rows = rows;
        this.authentication = authentication;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return UnlockMessages.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return rows.find(UUID.fromString(ref))
                .filter(code -> code.usable(clock.instant()))
                .map(code -> code.address().address().channel())
                .filter(channel -> authentication.settings().codesTo().contains(channel))
                .isPresent();
    }

    @Override
    public Optional<Instant> awaitedSince(String ref) {
        return rows.find(UUID.fromString(ref)).map(UnlockCode::askedAt);
    }
}
