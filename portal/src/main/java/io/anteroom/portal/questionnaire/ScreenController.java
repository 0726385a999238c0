package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.answer.AnswerFiles;
import io.anteroom.clinic.questionnaire.answer.Filling;
import io.anteroom.clinic.questionnaire.answer.FillingIn;
import io.anteroom.clinic.questionnaire.answer.Saving;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.Screens;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One screen of a form: what is on it, and saving what was answered there. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/questionnaires/{reference}/{number:[0-9]{1,4}}")
class ScreenController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final FillingIn filling;
    private final AnswerFiles files;
    private final FormSection section;
    private final Clock clock;

    ScreenController(FillingIn filling, AnswerFiles files, FormSection section, Clock clock) {
        this.filling = filling;
        this.files = files;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping
    Reply show(@PathVariable String reference, @PathVariable int number, VisibleChart chart) {
        section.require();
        Optional<Filling> open = open(reference, chart);
        Optional<Screens.Screen> screen = open.flatMap(form -> shown(form, number));
        return screen.isEmpty()
                ? Reply.redirect(own(reference))
                : Reply.page(TEMPLATES.questionnaireScreen(
                        section.page(open.get().assignment().title()),
                        ScreenPage.of(open.get(), screen.get(), chart.several(), Block.Notes.NONE)));
    }

    /** Sent by a button: to the next screen or the review, or back here where a button changes what is here. */
    @PostMapping
    Reply save(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            VisibleChart chart) {
        section.require();
        Filling before = open(reference, chart).orElse(null);
        if (before == null) {
            return Reply.redirect(own(reference));
        }
        Pressed pressed = Pressed.of(fields);
        Sent sent = Sent.read(fields, before.form(), pressed.clears(), clock.instant());
        pressed.leaving(before.form()).ifPresent(sent::forget);
        if (!(filling.save(chart, before.assignment().reference(), sent.changes()) instanceof Saving.Saved saved)) {
            return Reply.redirect(own(reference));
        }
        String base = own(reference) + "/";
        boolean unsaved = !saved.elsewhere().isEmpty() || !saved.tooLong().isEmpty();
        ItemPath attaches = pressed.attaches();
        if (attaches != null && !unsaved) {
            return Reply.redirect(base + number + "/files/" + FieldNames.of(attaches));
        }
        // Only going on needs a screen with nothing wrong on it.
        boolean acted = act(pressed, before.assignment().reference(), chart);
        Filling now = acted ? open(reference, chart).orElse(saved.filling()) : saved.filling();
        Optional<Screens.Screen> screen = shown(now, number);
        if (screen.isPresent() && (unsaved || !sent.wrong().isEmpty())) {
            return Reply.invalid(TEMPLATES.questionnaireScreen(
                    section.page(before.assignment().title()),
                    ScreenPage.of(now, screen.get(), chart.several(), notes(sent, saved))));
        }
        return Reply.redirect(
                base + (acted || pressed.clears() != null ? Integer.toString(number) : after(now, number)));
    }

    private boolean act(Pressed pressed, Reference form, VisibleChart chart) {
        ItemPath adds = pressed.adds();
        ItemPath removes = pressed.removes();
        Pressed.File detaches = pressed.detaches();
        if (adds != null) {
            filling.add(chart, form, adds);
        }
        if (removes != null) {
            filling.remove(chart, form, removes);
        }
        if (detaches != null) {
            files.remove(chart, form, detaches.question(), detaches.file());
        }
        return adds != null || removes != null || detaches != null;
    }

    private static String after(Filling form, int number) {
        return form.screens().shown(form.form()).stream()
                .filter(screen -> screen.number() > number)
                .findFirst()
                .map(screen -> Integer.toString(screen.number()))
                .orElse("review");
    }

    /** Sent by the script after each answer; the screen as it is then comes back. */
    @PostMapping("/saving")
    Reply saveAtOnce(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            VisibleChart chart) {
        section.require();
        Filling before = open(reference, chart).orElseThrow(NoSuchPageException::new);
        Sent sent = Sent.read(fields, before.form(), null, clock.instant());
        if (!(filling.save(chart, before.assignment().reference(), sent.changes()) instanceof Saving.Saved saved)) {
            throw new NoSuchPageException();
        }
        return shown(saved.filling(), number)
                .map(screen -> ScreenPage.of(saved.filling(), screen, chart.several(), notes(sent, saved)))
                .map(page -> Reply.page(TEMPLATES.questionnaireBlocks(page.blocks(), page.lang())))
                .orElseThrow(NoSuchPageException::new);
    }

    private static Block.Notes notes(Sent sent, Saving.Saved saved) {
        Map<ItemPath, Saving.Elsewhere> elsewhere =
                saved.elsewhere().stream().collect(Collectors.toMap(Saving.Elsewhere::path, Function.identity()));
        var wrong = new HashMap<>(sent.wrong());
        saved.tooLong().forEach(problem -> wrong.put(problem.path(), problem.words()));
        return new Block.Notes(sent, wrong, elsewhere);
    }

    private static Optional<Screens.Screen> shown(Filling form, int number) {
        FilledForm answers = form.form();
        return form.screens()
                .screen(number)
                .filter(screen -> !Screens.entries(screen, answers).isEmpty());
    }

    private Optional<Filling> open(String reference, VisibleChart chart) {
        return Reference.parse(reference).flatMap(one -> filling.open(chart, one));
    }

    private static String own(String reference) {
        return Reference.parse(reference).map(one -> "/questionnaires/" + one).orElseThrow(NoSuchPageException::new);
    }
}
