package io.anteroom.clinic.scheduling.feed;

import io.anteroom.clinic.access.credential.VerifiedCredentialGone;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the feed of an account that loses an address with which somebody signed in. */
@Component
class FeedsEnd {

    private final FeedRows rows;
    private final AuditLog log;

    FeedsEnd(FeedRows rows, AuditLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Within the transaction of the act. */
    @EventListener
    void gone(VerifiedCredentialGone event) {
        if (rows.remove(event.account())) {
            log.record(
                    event.by(),
                    event.entry(AuditAction.CALENDAR_FEED_REMOVED)
                            .with("Before", "an address")
                            .with("After", "none"));
        }
    }
}
