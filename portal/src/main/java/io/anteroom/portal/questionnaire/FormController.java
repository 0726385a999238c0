package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.answer.Filling;
import io.anteroom.clinic.questionnaire.answer.FillingIn;
import io.anteroom.clinic.questionnaire.answer.HandingIn;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.Why;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.Problem;
import io.anteroom.clinic.questionnaire.logic.Screens;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A form before its first screen and after its last: where it begins, what was said, and handing it in. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/questionnaires/{reference}")
class FormController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Duration ABOUT_IT = Duration.ofDays(1);

    private final FillingIn filling;
    private final FormSection section;
    private final Clock clock;

    FormController(FillingIn filling, FormSection section, Clock clock) {
        this.filling = filling;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping
    Reply show(@PathVariable String reference, VisibleChart chart) {
        section.require();
        Optional<Filling> open = open(reference, chart);
        if (open.isEmpty()) {
            Filling read = Reference.parse(reference)
                    .flatMap(one -> filling.read(chart, one))
                    .orElseThrow(NoSuchPageException::new);
            return Reply.page(TEMPLATES.questionnaireAnswers(
                    section.page(read.assignment().title()),
                    FormCard.of(read.assignment(), clock.instant()),
                    Said.of(read, List.of()),
                    chart.several(),
                    booking(read.assignment())));
        }
        Filling form = open.get();
        return Reply.page(TEMPLATES.questionnaireStart(
                section.page(form.assignment().title()),
                FormCard.of(form.assignment(), clock.instant()),
                form.form().questionnaire().description(),
                form.form().questionnaire().language(),
                form.screens().shown(form.form()).size(),
                answered(form),
                url(form, next(form)),
                chart.several()));
    }

    /** Back to the booking that asked for it, as long as somebody may be about it; else null. */
    private @Nullable String booking(Assignment sent) {
        Instant completed = sent.completedAt();
        return sent.why() == Why.BEFORE_BOOKING
                        && sent.service() != null
                        && completed != null
                        && completed.isAfter(clock.instant().minus(ABOUT_IT))
                        && section.offersAppointments()
                ? "/appointments/new/" + sent.service() + "/forms"
                : null;
    }

    private static int answered(Filling form) {
        return form.assignment().revision() == 0
                ? 0
                : (int) form.form().questions().stream().filter(Entry::answered).count();
    }

    /** The first screen on which something is left to answer, or the review. */
    private static String next(Filling form) {
        if (form.assignment().revision() == 0) {
            return number(form.screens().shown(form.form()).stream().findFirst());
        }
        return number(form.screens().shown(form.form()).stream()
                .filter(screen -> Screens.entries(screen, form.form()).stream().anyMatch(FormController::left))
                .findFirst());
    }

    private static String number(Optional<Screens.Screen> screen) {
        return screen.map(one -> Integer.toString(one.number())).orElse("review");
    }

    private static boolean left(Entry entry) {
        return entry.asked()
                && ((entry.item() instanceof Item.Question && entry.answers().isEmpty())
                        || entry.children().stream().anyMatch(FormController::left));
    }

    @GetMapping("/review")
    Reply review(@PathVariable String reference, VisibleChart chart) {
        section.require();
        return open(reference, chart)
                .map(form -> Reply.page(reviewed(form, chart, List.of(), FormErrors.none())))
                .orElseGet(() -> Reply.redirect(own(reference)));
    }

    @PostMapping("/submission")
    Reply handIn(@PathVariable String reference, @RequestParam(defaultValue = "-1") long revision, VisibleChart chart) {
        section.require();
        Reference one = Reference.parse(reference).orElseThrow(NoSuchPageException::new);
        return switch (filling.handIn(chart, one, revision)) {
            case HandingIn.Done _ -> Reply.redirect(own(reference)).done(say("Sent. The clinic has your answers"));
            case HandingIn.Already _ -> Reply.redirect(own(reference));
            case HandingIn.Meanwhile _ ->
                again(
                        reference,
                        chart,
                        List.of(),
                        FormErrors.ofForm(
                                say(
                                        "The answers were changed meanwhile, on another device or in another tab. Check them, then send the form.")));
            case HandingIn.Blank _ ->
                again(
                        reference,
                        chart,
                        List.of(),
                        FormErrors.ofForm(
                                say("Nothing is answered yet. Answer at least one question, then send the form.")));
            case HandingIn.Incomplete(var problems) -> again(reference, chart, problems, errors(problems));
            case HandingIn.NotThere _ -> throw new NoSuchPageException();
        };
    }

    private static FormErrors errors(List<Problem> problems) {
        FormErrors errors = FormErrors.none();
        for (Problem problem : problems) {
            errors = errors.with(FieldNames.of(problem.path()), problem.words());
        }
        return errors;
    }

    private Reply again(String reference, VisibleChart chart, List<Problem> problems, FormErrors errors) {
        return open(reference, chart)
                .<Reply>map(form -> Reply.invalid(reviewed(form, chart, problems, errors)))
                .orElseGet(() -> Reply.redirect(own(reference)));
    }

    private Content reviewed(Filling form, VisibleChart chart, List<Problem> problems, FormErrors errors) {
        List<Screens.Screen> shown = form.screens().shown(form.form());
        return TEMPLATES.questionnaireReview(
                section.page(say("Check your answers")),
                FormCard.of(form.assignment(), clock.instant()),
                Said.of(form, problems),
                errors,
                url(
                        form,
                        shown.isEmpty() ? "" : Integer.toString(shown.getLast().number())),
                url(form, "submission"),
                form.assignment().revision(),
                chart.several());
    }

    private Optional<Filling> open(String reference, VisibleChart chart) {
        return Reference.parse(reference).flatMap(one -> filling.open(chart, one));
    }

    private static String url(Filling form, String page) {
        return "/questionnaires/" + form.assignment().reference() + "/" + page;
    }

    private static String own(String reference) {
        return Reference.parse(reference).map(one -> "/questionnaires/" + one).orElseThrow(NoSuchPageException::new);
    }
}
