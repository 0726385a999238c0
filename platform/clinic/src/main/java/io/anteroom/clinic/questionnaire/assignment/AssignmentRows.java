package io.anteroom.clinic.questionnaire.assignment;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assignments as they are read, within a transaction. */
@Component
class AssignmentRows {

    private static final String SELECT = """
            select a.id, a.reference, v.questionnaire_id, a.version_id, v.title, a.patient_id,
                   btrim(p.given_name || ' ' || p.family_name) as patient_name, a.account_id, a.appointment_id, a.service_id,
                   a.why, a.state, a.due_at,
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

    /** What is to be done of what came with an appointment. */
    List<Assignment> open(Sight sight, AppointmentId appointment) {
        return seenBy(
                        sight,
                        SELECT + VISIBLE + " and a.state in ('not_started', 'in_progress')"
                                + " and a.appointment_id = :appointment order by v.title, a.id")
                .param("appointment", appointment.value())
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

    /** Those that came with an appointment, in any state, in the order of their titles. */
    List<Assignment> of(AppointmentId appointment) {
        return jdbc.sql(SELECT + " where a.appointment_id = :appointment order by v.title, a.id")
                .param("appointment", appointment.value())
                .query((row, _) -> assignment(row))
                .list();
    }

    /** The same, locked. */
    List<Assignment> locked(AppointmentId appointment) {
        return jdbc.sql(SELECT + " where a.appointment_id = :appointment order by a.id for update of a")
                .param("appointment", appointment.value())
                .query((row, _) -> assignment(row))
                .list();
    }

    /** Which of these a patient, or an account without a record, has open, or has handed in after {@code since}. */
    Set<QuestionnaireId> had(
            List<QuestionnaireId> wanted, @Nullable PatientId patient, @Nullable AccountId account, Instant since) {
        return jdbc.sql("""
                        select distinct v.questionnaire_id from __tenant__.questionnaire_assignment a
                          join __tenant__.questionnaire_version v on v.id = a.version_id
                         where v.questionnaire_id = any(cast(:wanted as bigint[]))
                           and (a.patient_id = cast(:patient as bigint)
                                or (a.patient_id is null and a.account_id = cast(:account as bigint)))
                           and (a.state in ('not_started', 'in_progress') or (a.state = 'completed' and a.completed_at > :since))""")
                .param("wanted", wanted.stream().map(QuestionnaireId::value).toArray(Long[]::new))
                .param("patient", patient == null ? null : patient.value())
                .param("account", account == null ? null : account.value())
                .param("since", sql(since))
                .query((row, _) -> new QuestionnaireId(row.getLong("questionnaire_id")))
                .set();
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

    /**
     * What is to be done, to be read beside something else: in one row those that are due first, and how many there are. What a service
     * asks before booking and nobody has begun to answer isn't waited for.
     */
    Beside<OpenForms> openBeside(Sight sight, int most) {
        String visible = VISIBLE.replace(":full", ":formFull")
                .replace(":limited", ":formLimited")
                .replace(":account", ":formAccount");
        return new Beside<>(
                """
                select array_agg(reference order by place) as form_references, array_agg(title order by place) as form_titles,
                       array_agg(patient_name order by place) as form_patients, array_agg(state order by place) as form_states,
                       array_agg(due_at order by place) as form_dues, max(found) as form_count
                  from (select a.reference, v.title, btrim(p.given_name || ' ' || p.family_name) as patient_name, a.state, a.due_at,
                               row_number() over (order by a.due_at nulls last, a.assigned_at, a.id) as place,
                               count(*) over () as found
                          from __tenant__.questionnaire_assignment a
                          join __tenant__.questionnaire_version v on v.id = a.version_id
                          left join __tenant__.patient p on p.id = a.patient_id
                """ + visible + """
                           and a.state in ('not_started', 'in_progress')
                           and (a.why <> 'before_booking' or a.state = 'in_progress')
                         order by place limit :formMost) open_
                 having count(*) > 0
                """,
                "form_count",
                Map.of(
                        "formAccount", sight.account().value(),
                        "formFull", ids(sight.full()),
                        "formLimited", ids(sight.limited()),
                        "formMost", most),
                (row, _) -> openForms(row));
    }

    /** Reads that by itself. */
    Optional<OpenForms> read(Beside<OpenForms> forms) {
        return jdbc.sql(forms.query())
                .params(forms.params())
                .query(forms.mapper())
                .optional();
    }

    private static OpenForms openForms(ResultSet row) throws SQLException {
        var references = (String[]) row.getArray("form_references").getArray();
        var titles = (String[]) row.getArray("form_titles").getArray();
        var patients = (@Nullable String[]) row.getArray("form_patients").getArray();
        var states = (String[]) row.getArray("form_states").getArray();
        var dues = (@Nullable Timestamp[]) row.getArray("form_dues").getArray();
        var first = new ArrayList<OpenForms.OpenForm>();
        for (int i = 0; i < references.length; i++) {
            Timestamp due = dues[i];
            first.add(new OpenForms.OpenForm(
                    new Reference(references[i]),
                    titles[i],
                    patients[i],
                    AssignmentState.ofStored(states[i]) == AssignmentState.IN_PROGRESS,
                    due == null ? null : due.toInstant()));
        }
        return new OpenForms(first, row.getInt("form_count"));
    }

    private JdbcClient.StatementSpec seenBy(Sight sight, String query) {
        return jdbc.sql(query)
                .param("full", ids(sight.full()))
                .param("limited", ids(sight.limited()))
                .param("account", sight.account().value());
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
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
                number(row, "appointment_id").map(AppointmentId::new).orElse(null),
                number(row, "service_id").map(ServiceId::new).orElse(null),
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
