package io.anteroom.tenantadmin.questionnaire.giving;

import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.webkit.Badge;
import java.time.Instant;

/** How far somebody is with a form. */
public final class GivenBadge {

    private GivenBadge() {}

    /** As it is at that moment. */
    public static Badge of(Assignment given, Instant now) {
        if (given.overdue(now)) {
            return Badge.bad("Overdue");
        }
        return switch (given.state()) {
            case NOT_STARTED -> Badge.quiet("Not started");
            case IN_PROGRESS -> Badge.notice("In progress");
            case COMPLETED -> Badge.good("Sent");
            case WITHDRAWN -> Badge.quiet("Taken back");
        };
    }
}
