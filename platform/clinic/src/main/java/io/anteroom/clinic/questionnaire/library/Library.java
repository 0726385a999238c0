package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireFile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clinic's questionnaires. Whoever changes one has asked for {@code MANAGE_QUESTIONNAIRES}. */
@Component
@Transactional
public class Library {

    /** How many are listed. */
    public static final int MOST = 500;

    private final LibraryRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Library(LibraryRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them by title, retired ones last; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<LibraryEntry> list() {
        return rows.all(MOST);
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<LibraryEntry> find(QuestionnaireId id) {
        return rows.find(id);
    }

    /** One of them, which nobody publishes or retires until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LibraryEntry> locked(QuestionnaireId id) {
        rows.lock(id);
        return rows.find(id);
    }

    /** Its versions, the newest first. */
    @Transactional(readOnly = true)
    public List<LibraryVersion> versions(QuestionnaireId id) {
        return rows.versions(id);
    }

    /**
     * What a version asks.
     *
     * @param number which one, or null for the newest
     */
    @Transactional(readOnly = true)
    public Optional<Questionnaire> asked(QuestionnaireId id, @Nullable Integer number) {
        return rows.document(id, number)
                .map(json -> QuestionnaireJson.readStored(json).whole());
    }

    /** The document of a version, as it was published. */
    @Transactional(readOnly = true)
    public Optional<String> document(QuestionnaireId id, @Nullable Integer number) {
        return rows.document(id, number);
    }

    /**
     * Begins a new one.
     *
     * @param title as patients read it, 1 to 200 characters
     * @param description what it is for, or null
     * @param question the text of its first question, which is answered in a line
     */
    public QuestionnaireId begin(String title, @Nullable String description, String question, Actor by) {
        var first = new Item.Question(
                Item.Head.of("q1", question), AnswerKind.Words.LINE, Occurs.OPTIONAL, List.of(), List.of());
        var form = new Questionnaire(title, description, null, List.of(first), List.of());
        return add(AuditAction.QUESTIONNAIRE_ADDED, form, QuestionnaireJson.write(form), by);
    }

    /** Takes in what was read from a file, as a draft. */
    public QuestionnaireId take(QuestionnaireFile.Brought.Whole file, Actor by) {
        return add(AuditAction.QUESTIONNAIRE_IMPORTED, file.form(), file.json(), by);
    }

    private QuestionnaireId add(AuditAction action, Questionnaire form, String json, Actor by) {
        String title = shortened(form.title());
        QuestionnaireId id = rows.add(title, clock.instant(), by.name());
        rows.addDraft(id, json, clock.instant(), by.name());
        audit.record(by, LibraryAudit.entry(action, id, title));
        return id;
    }

    /** Begins the next version from the newest, unless one is being written. */
    public void revise(QuestionnaireId id, Actor by) {
        LibraryEntry entry = rows.find(id).orElse(null);
        if (entry == null || entry.latest() == null || entry.draft() != null) {
            return;
        }
        String json = rows.document(id, null).orElseThrow();
        if (rows.addDraft(id, json, clock.instant(), by.name())) {
            audit.record(by, LibraryAudit.entry(AuditAction.QUESTIONNAIRE_CHANGED, id, entry.title()));
        }
    }

    /** Throws the draft away; a questionnaire that was never published goes with it. Whether anything of it is left. */
    public boolean discard(QuestionnaireId id, Actor by) {
        LibraryEntry entry = rows.find(id).orElse(null);
        if (entry == null || rows.draftToChange(id).isEmpty()) {
            return entry != null;
        }
        rows.removeDraft(id);
        audit.record(by, LibraryAudit.entry(AuditAction.QUESTIONNAIRE_DISCARDED, id, entry.title()));
        if (entry.latest() == null) {
            rows.remove(id);
            return false;
        }
        return true;
    }

    /** Gives it to nobody any more, or does again. Forms that people have stay with them. */
    public void retire(QuestionnaireId id, boolean retired, Actor by) {
        LibraryEntry entry = rows.find(id).orElse(null);
        if (entry != null && rows.retire(id, retired)) {
            audit.record(
                    by,
                    LibraryAudit.entry(
                            retired ? AuditAction.QUESTIONNAIRE_RETIRED : AuditAction.QUESTIONNAIRE_RETURNED,
                            id,
                            entry.title()));
        }
    }

    /** A title that fits the table. */
    static String shortened(String title) {
        String line = title.strip();
        return line.codePointCount(0, line.length()) <= 200
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 199)) + "\u2026";
    }
}
