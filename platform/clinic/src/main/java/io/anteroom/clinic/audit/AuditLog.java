package io.anteroom.clinic.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
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

    /** Writes it down unless the same actor did the same to the same thing since {@code since}; one statement. */
    void recordOnce(Actor actor, AuditEntry entry, Instant since) {
        jdbc.sql("""
                        insert into __tenant__.audit_entry
                            (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, patient_id, detail, request_id)
                        select :at, :kind, :id, :name, :action, :subjectKind, :subject, cast(:patient as bigint),
                               cast(:detail as jsonb), cast(:request as text)
                         where not exists (
                               select 1 from __tenant__.audit_entry
                                where patient_id = :patient and at >= :since and action = :action
                                  and actor_kind = :kind and actor_id = :id
                                  and subject_kind = :subjectKind and subject_id = :subject)""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", ActorKind.of(actor).code())
                .param("id", actor.id())
                .param("name", shortened(actor.name()))
                .param("action", entry.action().code())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subjectId())
                .param("patient", entry.patientId())
                .param("detail", Detail.write(entry.detail()))
                .param("request", MDC.get("requestId"))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes several acts of one actor down by one statement. */
    public void recordAll(Actor actor, List<AuditEntry> entries) {
        jdbc.sql("""
                        insert into __tenant__.audit_entry
                            (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, patient_id, detail, request_id)
                        select :at, :kind, :id, :name, act.action, act.kind, act.id, act.patient, cast(act.detail as jsonb),
                               cast(:request as text)
                          from unnest(cast(:actions as text[]), cast(:kinds as text[]), cast(:ids as text[]),
                                      cast(:patients as bigint[]), cast(:details as text[]))
                               as act (action, kind, id, patient, detail)""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", ActorKind.of(actor).code())
                .param("id", actor.id())
                .param("name", shortened(actor.name()))
                .param("request", MDC.get("requestId"))
                .param("actions", texts(entries, entry -> entry.action().code()))
                .param("kinds", texts(entries, AuditEntry::subjectKind))
                .param("ids", texts(entries, AuditEntry::subjectId))
                .param("patients", entries.stream().map(AuditEntry::patientId).toArray(Long[]::new))
                .param("details", texts(entries, entry -> Detail.write(entry.detail())))
                .update();
    }

    private static String[] texts(List<AuditEntry> entries, Function<AuditEntry, String> of) {
        return entries.stream().map(of).toArray(String[]::new);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
