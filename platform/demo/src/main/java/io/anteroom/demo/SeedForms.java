package io.anteroom.demo;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.Given;
import io.anteroom.clinic.questionnaire.byservice.Moment;
import io.anteroom.clinic.questionnaire.byservice.ServiceForms;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The forms a clinic of the demo asks its patients to fill in. The questions are the demo's own. */
final class SeedForms {

    private static final List<String> OFTEN = List.of("Not at all", "On some days", "On most days", "Nearly every day");

    private final PublishedVersions versions;
    private final Assignments assignments;
    private final ServiceForms asked;
    private final Services services;
    private final Library library;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Actor.Staff owner;

    SeedForms(BeanFactory application, Actor.Staff owner) {
        this.versions = application.getBean(PublishedVersions.class);
        this.assignments = application.getBean(Assignments.class);
        this.asked = application.getBean(ServiceForms.class);
        this.services = application.getBean(Services.class);
        this.library = application.getBean(Library.class);
        this.jdbc = application.getBean(JdbcClient.class);
        this.transaction = application.getBean(TransactionTemplate.class);
        this.clock = application.getBean(Clock.class);
        this.owner = owner;
    }

    /** Gives both to the first of these patients, and to the last what is asked before a visit. */
    void give(List<PatientId> patients) {
        QuestionnaireId visit = published(beforeAVisit());
        QuestionnaireId mood = published(howYouHaveBeen());
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        give(patients.getFirst(), visit, today.plusDays(2));
        give(patients.getFirst(), mood, null);
        give(patients.getLast(), visit, today.plusDays(5));
    }

    /** Whoever books the service that stands first is asked what is asked before a visit. What is booked already stays without. */
    void askWithTheFirstService() {
        List<Service> all = services.all();
        if (!all.isEmpty()) {
            asked.change(all.getFirst().id(), "", Map.of(visit(), Moment.AFTER), owner);
        }
    }

    private QuestionnaireId visit() {
        String title = beforeAVisit().title();
        return library.list().stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void give(PatientId patient, QuestionnaireId questionnaire, @Nullable LocalDate due) {
        if (!(assignments.assign(patient, questionnaire, due, owner) instanceof Given.Now)) {
            throw new IllegalStateException("The demo could not give a form to patient " + patient);
        }
    }

    private QuestionnaireId published(Questionnaire questionnaire) {
        return transaction.execute(_ -> {
            var id = new QuestionnaireId(jdbc.sql("""
                            insert into __tenant__.questionnaire (title, state, created_at, created_by)
                            values (:title, 'draft', now(), :by) returning id""")
                    .param("title", questionnaire.title())
                    .param("by", owner.name())
                    .query(Long.class)
                    .single());
            versions.publish(id, QuestionnaireJson.write(questionnaire), owner.name(), clock.instant());
            return id;
        });
    }

    private static Questionnaire beforeAVisit() {
        return new Questionnaire(
                "Before your visit",
                "It takes about five minutes, and leaves us more time for you.",
                "en",
                List.of(
                        group(
                                "reason",
                                "What brings you here",
                                question(
                                        "where",
                                        "Where does it hurt most?",
                                        choice(true, "Neck or shoulder", "Back", "Hip or knee", "Foot or ankle"),
                                        Occurs.REQUIRED,
                                        null),
                                question(
                                        "since",
                                        "For how many weeks?",
                                        new AnswerKind.Whole(0, 2000),
                                        Occurs.OPTIONAL,
                                        null),
                                question("story", "How did it begin?", AnswerKind.Words.LINES, Occurs.OPTIONAL, null)),
                        group(
                                "health",
                                "Your health",
                                question(
                                        "told",
                                        "Has a doctor told you that you have any of these?",
                                        choice(false, "High blood pressure", "Diabetes", "Asthma", "Osteoporosis"),
                                        Occurs.MANY,
                                        null),
                                question(
                                        "operated",
                                        "Have you had an operation?",
                                        new AnswerKind.YesNo(),
                                        Occurs.REQUIRED,
                                        null),
                                question(
                                        "which",
                                        "Which, and when?",
                                        AnswerKind.Words.LINES,
                                        Occurs.OPTIONAL,
                                        yes("operated")),
                                question(
                                        "medicines",
                                        "Do you take medicines?",
                                        new AnswerKind.YesNo(),
                                        Occurs.REQUIRED,
                                        null),
                                question(
                                        "papers",
                                        "Letters, or pictures of your medicines, that we should see",
                                        new AnswerKind.Attachment(null, Set.of()),
                                        new Occurs(0, 5),
                                        null)),
                        new Item.Group(
                                Item.Head.of("medicine", "Medicine").when(yes("medicines")),
                                new Occurs(0, 12),
                                List.of(
                                        question(
                                                "medicine-name",
                                                "What is it called?",
                                                AnswerKind.Words.LINE,
                                                Occurs.OPTIONAL,
                                                null),
                                        question(
                                                "medicine-dose",
                                                "How much a day?",
                                                new AnswerKind.Amount(
                                                        List.of(
                                                                new AnswerKind.Unit(
                                                                        "http://unitsofmeasure.org", "mg", "mg"),
                                                                new AnswerKind.Unit(null, null, "tablets")),
                                                        BigDecimal.ZERO,
                                                        null,
                                                        2),
                                                Occurs.OPTIONAL,
                                                null))),
                        group(
                                "agreed",
                                "To finish",
                                question(
                                        "sign",
                                        "What I have said is true, as far as I know.",
                                        new AnswerKind.Signature(),
                                        Occurs.REQUIRED,
                                        null))),
                List.of());
    }

    private static Questionnaire howYouHaveBeen() {
        var questions = new ArrayList<Item>();
        questions.add(new Item.Display(Item.Head.of("think", "Think of the last two weeks. How often was it so?")));
        var asked = List.of(
                "I slept badly",
                "I felt low or tense",
                "I found it hard to begin things",
                "Small things upset me",
                "I had no appetite, or ate too much",
                "I could not keep my mind on one thing");
        for (int number = 1; number <= asked.size(); number++) {
            questions.add(question("mood-" + number, asked.get(number - 1), often(), Occurs.REQUIRED, null));
        }
        return new Questionnaire(
                "How you have been",
                "Your answers help us see how you are over time. They are no diagnosis.",
                "en",
                List.of(
                        group("mood", "The last two weeks", questions.toArray(Item[]::new)),
                        group(
                                "more",
                                "One more thing",
                                question(
                                        "words",
                                        "Is there anything else you want us to know?",
                                        AnswerKind.Words.LINES,
                                        Occurs.OPTIONAL,
                                        null))),
                List.of(new Total(
                        "Strain",
                        "mood",
                        List.of(
                                new Total.Band(null, BigDecimal.valueOf(5), "little", false),
                                new Total.Band(BigDecimal.valueOf(6), BigDecimal.valueOf(11), "some", false),
                                new Total.Band(BigDecimal.valueOf(12), null, "much", true)))));
    }

    private static Item group(String linkId, String text, Item... items) {
        return new Item.Group(Item.Head.of(linkId, text), Occurs.OPTIONAL, List.of(items));
    }

    private static Item question(String linkId, String text, AnswerKind kind, Occurs occurs, @Nullable Enabling when) {
        var head = new Item.Head(linkId, null, text, null, when);
        return new Item.Question(head, kind, occurs, List.of(), List.of());
    }

    private static Enabling yes(String question) {
        return Enabling.when(question, Enabling.Operator.EQUAL, new Value.Flag(true));
    }

    private static AnswerKind choice(boolean open, String... options) {
        return new AnswerKind.Choice(
                List.of(options).stream()
                        .map(text -> Option.of(new Value.Coded(null, text, text)))
                        .toList(),
                open,
                AnswerKind.Choice.Shown.RADIO);
    }

    private static AnswerKind often() {
        var options = new ArrayList<Option>();
        for (int weight = 0; weight < OFTEN.size(); weight++) {
            options.add(Option.of(new Value.Coded(null, "often-" + weight, OFTEN.get(weight)), weight));
        }
        return new AnswerKind.Choice(options, false, AnswerKind.Choice.Shown.RADIO);
    }
}
