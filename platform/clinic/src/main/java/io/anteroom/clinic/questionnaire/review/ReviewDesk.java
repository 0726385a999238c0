package io.anteroom.clinic.questionnaire.review;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.answer.SavedAnswers;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.AssignmentState;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.definition.PublishedVersion;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.Score;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What patients answered. Whoever calls has asked for {@code SEE_ANSWERS}; each look at answers leaves a line in the log, which
 * says whose and never what.
 */
@Component
@Transactional
public class ReviewDesk {

    /** How many of the queue are listed. */
    public static final int MOST = 50;

    /** With how many earlier ones answers are compared. */
    public static final int BEFORE = 3;

    private final ReviewRows rows;
    private final Assignments assignments;
    private final PublishedVersions versions;
    private final SavedAnswers saved;
    private final Files files;
    private final AuditLog audit;
    private final Clock clock;

    ReviewDesk(
            ReviewRows rows,
            Assignments assignments,
            PublishedVersions versions,
            SavedAnswers saved,
            Files files,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.versions = versions;
        this.saved = saved;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers that nobody has reviewed, whoever waits longest first; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<UnreviewedAnswers> queue() {
        return rows.waiting(MOST).stream()
                .map(one -> new UnreviewedAnswers(
                        one.id(),
                        one.title(),
                        one.patient(),
                        one.patientName(),
                        one.completedAt(),
                        flagged(one.id(), one.version())))
                .toList();
    }

    /** How many wait. */
    @Transactional(readOnly = true)
    public long waiting() {
        return rows.count();
    }

    /** Answers that were handed in, for somebody of the staff who reads them. */
    public Optional<Answers> open(AssignmentId id, Actor.Staff by) {
        return look(id, AuditAction.ANSWERS_OPENED, by);
    }

    /** The same, to take along as a file. */
    public Optional<Answers> download(AssignmentId id, Actor.Staff by) {
        return look(id, AuditAction.ANSWERS_DOWNLOADED, by);
    }

    /** Opens a file that answers name, for somebody of the staff. */
    public Opening file(AssignmentId id, FileId file, Actor.Staff by) {
        Assignment given = assignments
                .find(id)
                .filter(one -> one.state() == AssignmentState.COMPLETED)
                .orElse(null);
        if (given == null || !NamedFiles.in(form(given.id(), given.version())).contains(file)) {
            return new Opening.NotThere();
        }
        Opening opening = files.open(file);
        if (opening instanceof Opening.Opened) {
            audit.record(by, entry(AuditAction.ANSWERS_DOWNLOADED, given));
        }
        return opening;
    }

    private Optional<Answers> look(AssignmentId id, AuditAction action, Actor.Staff by) {
        Optional<Answers> found = assignments
                .find(id)
                .filter(given -> given.state() == AssignmentState.COMPLETED)
                .map(this::read);
        found.ifPresent(answers -> audit.record(by, entry(action, answers.given())));
        return found;
    }

    private Answers read(Assignment given) {
        PublishedVersion version = versions.find(given.version()).orElseThrow();
        List<Answers.Earlier> before = rows.before(given.id(), BEFORE).stream()
                .map(past -> new Answers.Earlier(
                        past.id(),
                        past.completedAt(),
                        versions.find(past.version()).orElseThrow().number(),
                        form(past.id(), past.version())))
                .toList();
        return new Answers(
                given,
                version,
                form(given.id(), given.version()),
                before,
                rows.review(given.id()).orElse(null));
    }

    private FilledForm form(AssignmentId id, VersionId version) {
        Map<ItemPath, List<Value>> said = new HashMap<>();
        saved.of(id).forEach((path, answer) -> said.put(path, answer.values()));
        return FilledForm.of(versions.find(version).orElseThrow().questionnaire(), said);
    }

    /** The ranges to notice in which totals of answers lie. Nothing is read where the questionnaire has none. */
    private String flagged(AssignmentId id, VersionId version) {
        boolean flags = versions.find(version).orElseThrow().questionnaire().totals().stream()
                .anyMatch(total -> total.bands().stream().anyMatch(Total.Band::flagged));
        return flags ? flags(form(id, version).scores()) : "";
    }

    /** As in {@code Mood: severe}, several divided by commas; empty for none. */
    public static String flags(List<Score> scores) {
        var flags = new ArrayList<String>();
        for (Score score : scores) {
            Total.Band band = score.band();
            if (band != null && band.flagged()) {
                flags.add(score.total().name() + ": " + band.name());
            }
        }
        return String.join(", ", flags);
    }

    /** Marks answers as reviewed. Whoever comes second changes nothing. */
    public void review(AssignmentId id, Actor.Staff by) {
        assignments.find(id).ifPresent(given -> {
            if (rows.review(id, clock.instant(), by.name())) {
                audit.record(by, entry(AuditAction.ANSWERS_REVIEWED, given));
            }
        });
    }

    /** Puts reviewed answers back among those to review. */
    public void putBack(AssignmentId id, Actor.Staff by) {
        assignments.find(id).ifPresent(given -> {
            if (rows.putBack(id)) {
                audit.record(by, entry(AuditAction.ANSWERS_PUT_BACK, given));
            }
        });
    }

    private static AuditEntry entry(AuditAction action, Assignment given) {
        AuditEntry entry = AuditEntry.of(action, "questionnaire-assignment", given.id());
        return given.patient() == null ? entry : entry.ofPatient(given.patient().value());
    }
}
