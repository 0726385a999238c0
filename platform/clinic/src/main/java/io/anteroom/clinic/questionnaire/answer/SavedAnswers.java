package io.anteroom.clinic.questionnaire.answer;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.definition.ValueJson;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was said in a form, by item. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SavedAnswers {

    private final JdbcClient jdbc;

    SavedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was said to one item.
     *
     * @param values empty where it was taken back, or where it is an occurrence of a repeated group
     */
    public record Saved(List<Value> values, Instant at) {

        public Saved {
            values = List.copyOf(values);
        }
    }

    /** All that was said; in one statement. Who may read it is for the caller to know. */
    @Transactional(readOnly = true)
    public Map<ItemPath, Saved> of(AssignmentId assignment) {
        var answers = new LinkedHashMap<ItemPath, Saved>();
        jdbc.sql(
                        "select path, value, saved_at from __tenant__.questionnaire_answer where assignment_id = :id order by path")
                .param("id", assignment.value())
                .query((row, _) -> Map.entry(
                        ItemPath.parse(row.getString("path")).orElseThrow(),
                        new Saved(ValueJson.read(row.getString("value")), instant(row, "saved_at"))))
                .list()
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return answers;
    }

    void put(AssignmentId assignment, Map<ItemPath, List<Value>> answers, long revision, AccountId by, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.questionnaire_answer (assignment_id, path, value, revision, saved_at, saved_by)
                        select :id, said.path, said.value, :revision, :now, :by
                          from unnest(cast(:paths as text[]), cast(:values as text[])) as said (path, value)
                        on conflict (assignment_id, path) do update
                           set value = excluded.value, revision = excluded.revision, saved_at = excluded.saved_at,
                               saved_by = excluded.saved_by""")
                .param("id", assignment.value())
                .param(
                        "paths",
                        answers.keySet().stream().map(ItemPath::toString).toArray(String[]::new))
                .param("values", answers.values().stream().map(ValueJson::write).toArray(String[]::new))
                .param("revision", revision)
                .param("now", sql(now))
                .param("by", by.value())
                .update();
    }

    void remove(AssignmentId assignment, Collection<ItemPath> paths) {
        jdbc.sql("""
                        delete from __tenant__.questionnaire_answer
                         where assignment_id = :id and path = any(cast(:paths as text[]))""")
                .param("id", assignment.value())
                .param("paths", paths.stream().map(ItemPath::toString).toArray(String[]::new))
                .update();
    }
}
