package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.AnswerPattern;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.NotSupported;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireDocument;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questionnaires that are being written, each step saved by itself. Steps on different items of one draft don't get in each
 * other's way; of two on the same item the second is told.
 */
@Component
@Transactional
public class Drafts {

    private static final int MOST_BYTES = 4_000_000;

    private final LibraryRows rows;
    private final PublishedVersions versions;
    private final AuditLog audit;
    private final Clock clock;

    Drafts(LibraryRows rows, PublishedVersions versions, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The draft of that questionnaire, if one is being written. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(QuestionnaireId id) {
        return rows.draft(id).map(stored -> {
            QuestionnaireJson.Reading reading = QuestionnaireJson.readStored(stored.fhir());
            return new Draft(
                    id, stored.revision(), reading.whole(), reading.notes(), stored.changedAt(), stored.changedBy());
        });
    }

    /** The document as it stands. */
    @Transactional(readOnly = true)
    public Optional<String> document(QuestionnaireId id) {
        return rows.draft(id).map(LibraryRows.StoredDraft::fhir);
    }

    /** Does one step. */
    public Edited change(QuestionnaireId id, Edit edit, Actor by) {
        LibraryRows.StoredDraft stored = rows.draftToChange(id).orElse(null);
        if (stored == null) {
            return new Edited.Gone();
        }
        Questionnaire before = QuestionnaireJson.readStored(stored.fhir()).whole();
        return switch (new Editing(before).apply(edit)) {
            case Editing.Outcome.Changed(Questionnaire form, String linkId) ->
                save(id, stored, before, form, linkId, by);
            case Editing.Outcome.Refused(String why) -> new Edited.Refused(why);
            case Editing.Outcome.Stale() -> new Edited.Meanwhile(stored.changedBy());
            case Editing.Outcome.Missing() -> new Edited.Gone();
        };
    }

    private Edited save(
            QuestionnaireId id,
            LibraryRows.StoredDraft stored,
            Questionnaire before,
            Questionnaire form,
            String linkId,
            Actor by) {
        if (form.equals(before)) {
            return new Edited.Saved(linkId);
        }
        String json = QuestionnaireDocument.rewritten(stored.fhir(), form);
        if (json.length() > MOST_BYTES) {
            return new Edited.Refused("The questionnaire is too large now. Shorten its texts or lists of options");
        }
        QuestionnaireJson.Reading reading = QuestionnaireJson.read(json);
        if (reading.questionnaire() == null) {
            return new Edited.Refused(reading.notes().stream()
                    .filter(NotSupported::blocks)
                    .map(NotSupported::what)
                    .findFirst()
                    .orElse("It can\u2019t be shown whole so"));
        }
        rows.changeDraft(id, json, clock.instant(), by.name());
        return new Edited.Saved(linkId);
    }

    /** What has to be done before that can be published; nothing if it can. */
    public static List<Publishing.Unfinished> unfinished(Questionnaire form) {
        var found = new ArrayList<Publishing.Unfinished>();
        for (Item item : form.allItems()) {
            if (item instanceof Item.Group && item.items().isEmpty()) {
                found.add(new Publishing.Unfinished(item.linkId(), "This group has nothing in it"));
            } else if (!(item instanceof Item.Group) && item.text().isBlank()) {
                found.add(new Publishing.Unfinished(item.linkId(), "This has no text that patients could read"));
            }
            if (item instanceof Item.Question question
                    && question.kind() instanceof AnswerKind.Words words
                    && words.regex() != null
                    && AnswerPattern.of(words.regex()).isEmpty()) {
                found.add(new Publishing.Unfinished(
                        item.linkId(),
                        "Its pattern can\u2019t be used, so any answer would pass. Change it or take it out"));
            }
        }
        if (form.allItems().stream().noneMatch(Item.Question.class::isInstance)) {
            found.add(new Publishing.Unfinished("", "It asks nothing yet. Add a question"));
        }
        return found;
    }

    /**
     * Makes the draft the newest version. What people were given before stays with the version it was given on.
     *
     * @param revision the {@link Draft#revision()} that whoever publishes has looked at
     */
    public Publishing publish(QuestionnaireId id, int revision, Actor by) {
        LibraryRows.StoredDraft stored = rows.draftToChange(id).orElse(null);
        if (stored == null) {
            return new Publishing.Gone();
        }
        if (stored.revision() != revision) {
            return new Publishing.Meanwhile(stored.changedBy());
        }
        Questionnaire form = QuestionnaireJson.readStored(stored.fhir()).whole();
        List<Publishing.Unfinished> unfinished = unfinished(form);
        if (!unfinished.isEmpty()) {
            return new Publishing.Refused(unfinished);
        }
        rows.lock(id);
        versions.publish(id, stored.fhir(), by.name(), clock.instant());
        rows.removeDraft(id);
        int number = rows.versions(id).getFirst().number();
        String title = Library.shortened(form.title());
        audit.record(
                by,
                LibraryAudit.entry(AuditAction.QUESTIONNAIRE_PUBLISHED, id, title)
                        .with("Version", Integer.toString(number)));
        return new Publishing.Published(number);
    }
}
