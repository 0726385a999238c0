package io.anteroom.clinic.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where acts are written down, in the transaction of the act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AuditLog {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes it down, with the clock's time and the request's id.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public void record(Actor actor, AuditEntry entry) {
        jdbc.sql("""
                        insert into __tenant__.audit_entry
                            (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, patient_id, detail, request_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(ActorKind.of(actor).code())
                .param(actor.id())
                .param(shortened(actor.name()))
                .param(entry.action().code())
                .param(entry.subjectKind())
                .param(entry.subjectId())
                .param(entry.patientId())
                .param(Detail.write(entry.detail()))
                .param(MDC.get("requestId"))
                .update();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
