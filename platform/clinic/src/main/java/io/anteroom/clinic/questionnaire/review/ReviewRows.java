package io.anteroom.clinic.questionnaire.review;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of an assignment concerns its review. */
@Repository
class ReviewRows {

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the queue. */
    record Waiting(
            AssignmentId id,
            VersionId version,
            String title,
            @Nullable PatientId patient,
            @Nullable String patientName,
            Instant completedAt) {}

    /** Answers of the past. */
    record Past(AssignmentId id, VersionId version, Instant completedAt) {}

    /** The queue, whoever waits longest first. */
    List<Waiting> waiting(int most) {
        return jdbc.sql("""
                        select a.id, a.version_id, v.title, a.patient_id, a.completed_at,
                               trim(p.given_name || ' ' || p.family_name) as patient_name
                          from __tenant__.questionnaire_assignment a
                          join __tenant__.questionnaire_version v on v.id = a.version_id
                          left join __tenant__.patient p on p.id = a.patient_id
                         where a.state = 'completed' and a.reviewed_at is null
                         order by a.completed_at, a.id limit ?""")
                .param(most)
                .query((row, _) -> {
                    Long patient = row.getObject("patient_id", Long.class);
                    return new Waiting(
                            new AssignmentId(row.getLong("id")),
                            new VersionId(row.getLong("version_id")),
                            row.getString("title"),
                            patient == null ? null : new PatientId(patient),
                            row.getString("patient_name"),
                            instant(row, "completed_at"));
                })
                .list();
    }

    long count() {
        return jdbc.sql("""
                        select count(*) from __tenant__.questionnaire_assignment
                         where state = 'completed' and reviewed_at is null""").query(Long.class).single();
    }

    Optional<Answers.Review> review(AssignmentId id) {
        return jdbc.sql("""
                        select reviewed_at, reviewed_by from __tenant__.questionnaire_assignment
                         where id = ? and reviewed_at is not null""")
                .param(id.value())
                .query((row, _) -> new Answers.Review(instant(row, "reviewed_at"), row.getString("reviewed_by")))
                .optional();
    }

    /** What the patient handed in before of the same questionnaire, the last first. */
    List<Past> before(AssignmentId id, int most) {
        return jdbc.sql("""
                        select o.id, o.version_id, o.completed_at
                          from __tenant__.questionnaire_assignment a
                          join __tenant__.questionnaire_version v on v.id = a.version_id
                          join __tenant__.questionnaire_version w on w.questionnaire_id = v.questionnaire_id
                          join __tenant__.questionnaire_assignment o on o.version_id = w.id and o.patient_id = a.patient_id
                         where a.id = ? and o.state = 'completed' and o.completed_at < a.completed_at
                         order by o.completed_at desc, o.id desc limit ?""")
                .params(id.value(), most)
                .query((row, _) -> new Past(
                        new AssignmentId(row.getLong("id")),
                        new VersionId(row.getLong("version_id")),
                        instant(row, "completed_at")))
                .list();
    }

    /** Marks answers as reviewed; whether they weren't. */
    boolean review(AssignmentId id, Instant now, String by) {
        return jdbc.sql("""
                        update __tenant__.questionnaire_assignment set reviewed_at = ?, reviewed_by = ?
                         where id = ? and state = 'completed' and reviewed_at is null""").params(sql(now), by, id.value()).update() == 1;
    }

    /** Puts answers back into the queue; whether they weren't in it. */
    boolean putBack(AssignmentId id) {
        return jdbc.sql("""
                        update __tenant__.questionnaire_assignment set reviewed_at = null, reviewed_by = null
                         where id = ? and reviewed_at is not null""").param(id.value()).update() == 1;
    }
}
