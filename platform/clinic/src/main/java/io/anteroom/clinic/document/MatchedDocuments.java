package io.anteroom.clinic.document;

import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.AuditAction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is given their own record, by staff or by an access link, finds on it the documents that the account sent before. */
@Component
class MatchedDocuments {

    private final DocumentRows rows;
    private final DocumentAudit audit;

    MatchedDocuments(DocumentRows rows, DocumentAudit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** Within the transaction of the act. What the account is sending at the moment is written before it or finds the record. */
    @EventListener
    void given(AccessWidened access) {
        if (access.after().relationship() == Relationship.SELF) {
            rows.lock(access.account());
            rows.claim(access.account(), access.patient())
                    .forEach(document ->
                            audit.record(AuditAction.DOCUMENT_MATCHED, document, access.patient(), access.by()));
        }
    }
}
