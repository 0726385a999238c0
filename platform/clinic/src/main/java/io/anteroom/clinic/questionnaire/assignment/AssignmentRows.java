package io.anteroom.clinic.questionnaire.assignment;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.scheduling.appointment.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assignments as they are read, within a transaction. */
@Component
class AssignmentRows {

    private static final String SELECT = """
            select a.id, a.reference, v.questionnaire_id, a.version_id, v.title, a.patient_id,
                   btrim(p.given_name || ' ' || p.family_name) as patient_name, a.account_id, a.why, a.state, a.due_at,
                   a.assigned_at, a.assigned_by, a.started_at, a.completed_at, a.revision
              from __tenant__.questionnaire_assignment a
              join __tenant__.questionnaire_version v on v.id = a.version_id
              left join __tenant__.patient p on p.id = a.patient_id
            """;

    /** Those of patients whom a full grant opens, and those that were given to the account itself. */
    private static final String VISIBLE = """
             where (a.patient_id = any(cast(:full as bigint[]))
                    or (a.account_id = :account
                        and (a.patient_id is null or a.patient_id = any(cast(:limited as bigint[])))))
            """;

    private final JdbcClient jdbc;

    AssignmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose forms somebody may see: all of {@code full}, and of {@code limited} what the account was given. */
    record Sight(AccountId account, List<PatientId> full, List<PatientId> limited) {}

    Optional<Assignment> visible(Sight sight, Reference reference) {
        return seenBy(sight, SELECT + VISIBLE + " and a.state <> 'withdrawn' and a.reference = :reference")
                .param("reference", reference.value())
                .query((row, _) -> assignment(row))
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Assignment> locked(Sight sight, Reference reference) {
        return seenBy(
                        sight,
                        SELECT + VISIBLE + " and a.state <> 'withdrawn' and a.reference = :reference for update of a")
                .param("reference", reference.value())
                .query((row, _) -> assignment(row))
                .optional();
    }

    /** What is to be done, what is due first first. */
    List<Assignment> open(Sight sight, int most) {
        return seenBy(
                        sight,
                        SELECT + VISIBLE + " and a.state in ('not_started', 'in_progress')"
                                + " order by a.due_at nulls last, a.assigned_at, a.id limit :most")
                .param("most", most)
                .query((row, _) -> assignment(row))
                .list();
    }

    /** What was handed in, the last first. */
    List<Assignment> completed(Sight sight, int most) {
        return seenBy(
                        sight,
                        SELECT + VISIBLE
                                + " and a.state = 'completed' order by a.completed_at desc, a.id desc limit :most")
                .param("most", most)
                .query((row, _) -> assignment(row))
                .list();
    }

    Optional<Assignment> find(AssignmentId id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id.value())
                .query((row, _) -> assignment(row))
                .optional();
    }

    Optional<Assignment> locked(AssignmentId id) {
        return jdbc.sql(SELECT + " where a.id = :id for update of a")
                .param("id", id.value())
                .query((row, _) -> assignment(row))
                .optional();
    }

    List<Assignment> of(PatientId patient, int most) {
        return jdbc.sql(SELECT + " where a.patient_id = :patient order by a.assigned_at desc, a.id desc limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query((row, _) -> assignment(row))
                .list();
    }

    /** Those of an account that belong to no record yet, locked. */
    List<Assignment> unclaimed(AccountId account) {
        return jdbc.sql(SELECT
                        + " where a.account_id = :account and a.patient_id is null order by a.id for update of a")
                .param("account", account.value())
                .query((row, _) -> assignment(row))
                .list();
    }

    /** The version that is given to people now: the last one of an active questionnaire. */
    Optional<VersionId> current(QuestionnaireId questionnaire) {
        return jdbc.sql("""
                        select v.id from __tenant__.questionnaire_version v
                          join __tenant__.questionnaire q on q.id = v.questionnaire_id
                         where q.id = :id and q.state = 'active' order by v.number desc limit 1""")
                .param("id", questionnaire.value())
                .query((row, _) -> new VersionId(row.getLong("id")))
                .optional();
    }

    private JdbcClient.StatementSpec seenBy(Sight sight, String query) {
        return jdbc.sql(query)
                .param("full", ids(sight.full()))
                .param("limited", ids(sight.limited()))
                .param("account", sight.account().value());
    }

    private static Long[] ids(List<PatientId> patients) {
        return patients.stream().map(PatientId::value).toArray(Long[]::new);
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        long patient = row.getLong("patient_id");
        boolean nobody = row.wasNull();
        long account = row.getLong("account_id");
        boolean everybody = row.wasNull();
        return new Assignment(
                new AssignmentId(row.getLong("id")),
                new Reference(row.getString("reference")),
                new QuestionnaireId(row.getLong("questionnaire_id")),
                new VersionId(row.getLong("version_id")),
                row.getString("title"),
                nobody ? null : new PatientId(patient),
                row.getString("patient_name"),
                everybody ? null : new AccountId(account),
                Why.ofStored(row.getString("why")),
                AssignmentState.ofStored(row.getString("state")),
                instantOrNull(row, "due_at"),
                instant(row, "assigned_at"),
                row.getString("assigned_by"),
                instantOrNull(row, "started_at"),
                instantOrNull(row, "completed_at"),
                row.getLong("revision"));
    }
}
