package io.anteroom.clinic.questionnaire.bulk;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of runs, and the patients they are for. */
@Repository
class RunRows {

    private static final String RUNS = """
            select id, questionnaire_id, min_age, max_age, service_id, with_access, due_on, wanted, looked, given, state, begun_at,
                   begun_by_id, begun_by, last_patient_id
              from __tenant__.questionnaire_run""";

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run, and the number of the last patient that was looked at. */
    record Position(Run run, long last) {}

    /** How many patients are wanted, counted no further than one more than {@code most}. */
    int count(Wanted wanted, LocalDate today, Instant now, int most) {
        return select("select count(*) from (select p.id ", " limit " + (most + 1) + ") found", wanted, today, now, 0)
                .query(Integer.class)
                .single();
    }

    /** The next of those wanted, in the order of their numbers. */
    List<PatientId> next(Wanted wanted, LocalDate today, Instant now, long after, int most) {
        return select("select p.id ", " order by p.id limit " + most, wanted, today, now, after)
                .query((row, _) -> new PatientId(row.getLong("id")))
                .list();
    }

    /** Each set of conditions is a statement of its own, whose parameters are never null. */
    private JdbcClient.StatementSpec select(
            String head, String tail, Wanted wanted, LocalDate today, Instant now, long after) {
        Integer minAge = wanted.minAge();
        Integer maxAge = wanted.maxAge();
        ServiceId service = wanted.service();
        var where = new StringBuilder("from __tenant__.patient p where not p.merged and p.id > :after");
        if (minAge != null) {
            where.append(" and p.birth_date <= :bornUntil");
        }
        if (maxAge != null) {
            where.append(" and p.birth_date > :bornAfter");
        }
        if (service != null) {
            where.append(" and exists (select from __tenant__.appointment a where a.patient_id = p.id"
                    + " and a.service_id = :service and a.booked_at is not null)");
        }
        if (wanted.withAccess()) {
            where.append(" and exists (select from __tenant__.access_grant g where g.patient_id = p.id"
                    + " and g.ended_at is null and (g.expires_at is null or g.expires_at > :now))");
        }
        JdbcClient.StatementSpec asked = jdbc.sql(head + where + tail).param("after", after);
        asked = minAge == null ? asked : asked.param("bornUntil", today.minusYears(minAge));
        asked = maxAge == null ? asked : asked.param("bornAfter", today.minusYears(maxAge + 1L));
        asked = service == null ? asked : asked.param("service", service.value());
        return wanted.withAccess() ? asked.param("now", sql(now)) : asked;
    }

    long add(QuestionnaireId id, Wanted wanted, @Nullable LocalDate due, int patients, Instant now, Actor.Staff by) {
        ServiceId service = wanted.service();
        return jdbc.sql("""
                        insert into __tenant__.questionnaire_run
                            (questionnaire_id, min_age, max_age, service_id, with_access, due_on, wanted, state, begun_at,
                             begun_by_id, begun_by)
                        values (:questionnaire, :minAge, :maxAge, :service, :withAccess, :due, :patients, 'running', :now,
                                :byId, :by)
                        returning id""")
                .param("questionnaire", id.value())
                .param("minAge", wanted.minAge(), Types.SMALLINT)
                .param("maxAge", wanted.maxAge(), Types.SMALLINT)
                .param("service", service == null ? null : service.value(), Types.BIGINT)
                .param("withAccess", wanted.withAccess())
                .param("due", due, Types.DATE)
                .param("patients", patients)
                .param("now", sql(now))
                .param("byId", by.id())
                .param("by", by.name())
                .query(Long.class)
                .single();
    }

    Optional<Run> find(long id) {
        return jdbc.sql(RUNS + " where id = ?")
                .param(id)
                .query((row, _) -> run(row))
                .optional();
    }

    List<Run> of(QuestionnaireId id, int most) {
        return jdbc.sql(RUNS + " where questionnaire_id = ? order by begun_at desc, id desc limit ?")
                .param(id.value())
                .param(most)
                .query((row, _) -> run(row))
                .list();
    }

    /** A run that goes on; nobody else works at it until this transaction ends. */
    Optional<Position> locked(long id) {
        return jdbc.sql(RUNS + " where id = ? and state = 'running' for update")
                .param(id)
                .query((row, _) -> new Position(run(row), row.getLong("last_patient_id")))
                .optional();
    }

    void moveOn(long id, PatientId last, int looked, int given) {
        jdbc.sql("""
                        update __tenant__.questionnaire_run
                           set last_patient_id = ?, looked = looked + ?, given = given + ? where id = ?""").params(last.value(), looked, given, id).update();
    }

    void end(long id, Run.State state, Instant now) {
        jdbc.sql("update __tenant__.questionnaire_run set state = ?, ended_at = ? where id = ?")
                .params(state.name().toLowerCase(Locale.ROOT), sql(now), id)
                .update();
    }

    private static Run run(ResultSet row) throws SQLException {
        Long service = row.getObject("service_id", Long.class);
        return new Run(
                row.getLong("id"),
                new QuestionnaireId(row.getLong("questionnaire_id")),
                new Wanted(
                        row.getObject("min_age", Integer.class),
                        row.getObject("max_age", Integer.class),
                        service == null ? null : new ServiceId(service),
                        row.getBoolean("with_access")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("wanted"),
                row.getInt("looked"),
                row.getInt("given"),
                Run.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "begun_at"),
                new Actor.Staff(row.getString("begun_by_id"), row.getString("begun_by")));
    }
}
