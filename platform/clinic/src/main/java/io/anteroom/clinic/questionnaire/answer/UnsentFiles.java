package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.FormWithdrawn;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the files of forms that are never sent: at once where the clinic took the form back, else after {@link #KEPT} in which
 * nothing was saved in it. The other answers stay.
 */
@Component
class UnsentFiles implements WorkHandler {

    static final String KIND = "form-files";

    /** How long files stay in a form in which nothing is saved any more. */
    static final Duration KEPT = Duration.ofDays(90);

    private final Assignments assignments;
    private final SavedAnswers answers;
    private final FormFiles files;
    private final WorkQueue work;
    private final Clock clock;

    UnsentFiles(Assignments assignments, SavedAnswers answers, FormFiles files, WorkQueue work, Clock clock) {
        this.assignments = assignments;
        this.answers = answers;
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void withdrawn(FormWithdrawn form) {
        work.add(KIND, form.id().toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        var id = new AssignmentId(Long.parseLong(ref));
        Assignment form = assignments.lock(id).orElse(null);
        if (form == null || form.completedAt() != null) {
            return;
        }
        Map<ItemPath, SavedAnswers.Saved> saved = answers.of(id);
        Map<ItemPath, List<Value>> withFiles = new LinkedHashMap<>();
        saved.forEach((path, answer) -> {
            if (!NamedFiles.of(List.of(answer.values())).isEmpty()) {
                withFiles.put(path, answer.values());
            }
        });
        Instant end = saved.values().stream()
                .map(SavedAnswers.Saved::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(KEPT);
        if (withFiles.isEmpty()) {
            return;
        }
        if (form.state().open() && end.isAfter(clock.instant())) {
            work.add(KIND, ref, end);
            return;
        }
        answers.remove(id, List.copyOf(withFiles.keySet()));
        files.letGo(List.copyOf(withFiles.values()), List.of());
    }
}
