package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.Given;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Questionnaires that are published and given to people, in few words. */
@Component
public class Forms {

    private final Clinic clinic;
    private final PublishedVersions versions;
    private final Assignments assignments;
    private final FillingIn filling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Forms(
            Clinic clinic,
            PublishedVersions versions,
            Assignments assignments,
            FillingIn filling,
            TransactionTemplate transaction,
            Clock clock) {
        this.clinic = clinic;
        this.versions = versions;
        this.assignments = assignments;
        this.filling = filling;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that is published. */
    public QuestionnaireId published(Questionnaire questionnaire) {
        var id = new QuestionnaireId(clinic.sql("""
                insert into __tenant__.questionnaire (title, state, created_at, created_by)
                values ('Draft', 'draft', now(), 'test') returning id"""));
        publish(id, questionnaire);
        return id;
    }

    /** Publishes the next version of it. */
    public void publish(QuestionnaireId id, Questionnaire questionnaire) {
        transaction.executeWithoutResult(
                _ -> versions.publish(id, QuestionnaireJson.write(questionnaire), "Rosa", clock.instant()));
    }

    /** Given to that patient by staff. */
    public Assignment given(QuestionnaireId questionnaire, PatientId patient, @Nullable LocalDate due) {
        var given = (Given.Now) assignments.assign(patient, questionnaire, due, Clinic.ROSA);
        return assignments.find(given.id()).orElseThrow();
    }

    /** Says something that is saved over whatever stands there. */
    public Saving say(VisibleChart chart, Assignment form, String path, Value... values) {
        var at = ItemPath.parse(path).orElseThrow();
        var was = filling.open(chart, form.reference())
                .flatMap(open -> open.form().entry(at))
                .map(entry -> AnswerMark.of(entry.answers()))
                .orElse(AnswerMark.of(List.of()));
        return filling.save(chart, form.reference(), List.of(new Change(at, List.of(values), was)));
    }

    /** Hands it in, as somebody does who has just gone over all answers. */
    public HandingIn handIn(VisibleChart chart, Assignment form) {
        long seen = filling.open(chart, form.reference())
                .map(open -> open.assignment().revision())
                .orElse(0L);
        return filling.handIn(chart, form.reference(), seen);
    }
}
