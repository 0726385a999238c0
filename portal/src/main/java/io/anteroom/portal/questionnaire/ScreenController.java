package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.file.FileId;
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
import java.util.List;
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
        Sent sent = Sent.read(fields, before.form(), first(fields, "clear"), clock.instant());
        if (!(filling.save(chart, before.assignment().reference(), sent.changes()) instanceof Saving.Saved saved)) {
            return Reply.redirect(own(reference));
        }
        Optional<Screens.Screen> screen = shown(saved.filling(), number);
        if (screen.isPresent()
                && !(sent.wrong().isEmpty()
                        && saved.elsewhere().isEmpty()
                        && saved.tooLong().isEmpty())) {
            return Reply.invalid(TEMPLATES.questionnaireScreen(
                    section.page(before.assignment().title()),
                    ScreenPage.of(saved.filling(), screen.get(), chart.several(), notes(sent, saved))));
        }
        return Reply.redirect(onward(saved.filling(), number, fields, chart));
    }

    private String onward(Filling now, int number, MultiValueMap<String, String> fields, VisibleChart chart) {
        Reference form = now.assignment().reference();
        String base = "/questionnaires/" + form;
        Optional<ItemPath> adds = ItemPath.parse(first(fields, "add"));
        Optional<ItemPath> removes = ItemPath.parse(first(fields, "remove"));
        adds.ifPresent(path -> filling.add(chart, form, path));
        removes.ifPresent(path -> filling.remove(chart, form, path));
        Optional<ItemPath> attaches = ItemPath.parse(first(fields, "attach"));
        if (attaches.isPresent()) {
            return base + "/" + number + "/files/" + FieldNames.of(attaches.get());
        }
        boolean detaches = detach(first(fields, "detach"), form, chart);
        boolean stays = detaches || adds.isPresent() || removes.isPresent() || fields.containsKey("clear");
        return base + "/" + (stays ? Integer.toString(number) : after(now, number));
    }

    /** Takes a file away: its number, a space, and the path of its question. */
    private boolean detach(String what, Reference form, VisibleChart chart) {
        int space = what.indexOf(' ');
        if (space < 1 || !what.substring(0, space).matches("[0-9]{1,18}")) {
            return false;
        }
        var file = new FileId(Long.parseLong(what.substring(0, space)));
        ItemPath.parse(what.substring(space + 1)).ifPresent(path -> files.remove(chart, form, path, file));
        return true;
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
        Sent sent = Sent.read(fields, before.form(), "", clock.instant());
        if (!(filling.save(chart, before.assignment().reference(), sent.changes()) instanceof Saving.Saved saved)) {
            throw new NoSuchPageException();
        }
        return shown(saved.filling(), number)
                .map(screen -> Reply.page(TEMPLATES.questionnaireBlocks(
                        ScreenPage.of(saved.filling(), screen, chart.several(), notes(sent, saved))
                                .blocks())))
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

    private static String first(MultiValueMap<String, String> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static String own(String reference) {
        return Reference.parse(reference).map(one -> "/questionnaires/" + one).orElseThrow(NoSuchPageException::new);
    }
}
