package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.AuditAction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is given their own record, by staff or by an access link, finds on it the forms that the account was given before. */
@Component
class MatchedForms {

    private final AssignmentRows rows;
    private final AssignmentWriter writer;
    private final AssignmentAudit audit;

    MatchedForms(AssignmentRows rows, AssignmentWriter writer, AssignmentAudit audit) {
        this.rows = rows;
        this.writer = writer;
        this.audit = audit;
    }

    /** Within the transaction of the act. */
    @EventListener
    void given(AccessWidened access) {
        if (access.after().relationship() == Relationship.SELF) {
            for (Assignment assignment : rows.unclaimed(access.account())) {
                writer.claim(assignment.id(), access.patient());
                rows.find(assignment.id())
                        .ifPresent(claimed -> audit.record(AuditAction.FORM_MATCHED, claimed, access.by()));
            }
        }
    }
}
