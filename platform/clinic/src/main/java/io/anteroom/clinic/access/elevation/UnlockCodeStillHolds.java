package io.anteroom.clinic.access.elevation;

import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A code that can't be entered any more isn't sent. */
@Component
class UnlockCodeStillHolds implements StillHolds {

    private final UnlockRows rows;
    private final Clock clock;

    UnlockCodeStillHolds(UnlockRows rows, Clock clock) {
        this.rows = rows;
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
                .isPresent();
    }

    @Override
    public Optional<Instant> awaitedSince(String ref) {
        return rows.find(UUID.fromString(ref)).map(UnlockCode::askedAt);
    }
}
