package io.anteroom.clinic.access.invitation;

import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A message about an invitation that was used, ended or ran out isn't sent. */
@Component
class InvitationStillHolds implements StillHolds {

    private final InvitationRows rows;
    private final Clock clock;

    InvitationStillHolds(InvitationRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return InvitationMessages.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return rows.find(new InvitationId(Long.parseLong(ref)))
                .filter(invitation -> invitation.isOpen(clock.instant()))
                .isPresent();
    }
}
