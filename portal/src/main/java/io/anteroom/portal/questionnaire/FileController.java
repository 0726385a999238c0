package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.questionnaire.answer.AnswerFiles;
import io.anteroom.clinic.questionnaire.answer.Attaching;
import io.anteroom.clinic.questionnaire.answer.Filling;
import io.anteroom.clinic.questionnaire.answer.FillingIn;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.portal.document.DocumentCard;
import io.anteroom.portal.document.FileRefusals;
import io.anteroom.portal.frame.FileAnswer;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Adding a file to a form, signing it with a drawing, and saving again what was added. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/questionnaires/{reference}")
class FileController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String ADDING = "/{number:[0-9]{1,4}}/files/{field:q-[0-9a-f]{12}}";

    private final FillingIn filling;
    private final AnswerFiles answers;
    private final Files files;
    private final FormSection section;

    FileController(FillingIn filling, AnswerFiles answers, Files files, FormSection section) {
        this.filling = filling;
        this.answers = answers;
        this.files = files;
        this.section = section;
    }

    @GetMapping(ADDING)
    Reply ask(
            @PathVariable String reference, @PathVariable int number, @PathVariable String field, VisibleChart chart) {
        section.require();
        return asked(reference, field, chart)
                .map(asked -> Reply.page(page(reference, number, asked, FormErrors.none())))
                .orElseGet(() -> Reply.redirect(form(reference)));
    }

    /** The file is one that was chosen, a picture that was just taken, or a drawing. */
    @PostMapping(ADDING)
    Reply add(
            @PathVariable String reference,
            @PathVariable int number,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            VisibleChart chart)
            throws IOException {
        section.require();
        Reference form = Reference.parse(reference).orElseThrow(NoSuchPageException::new);
        Asked asked = asked(reference, field, chart).orElse(null);
        if (asked == null) {
            return Reply.redirect(form(reference));
        }
        var chosen = file == null || file.isEmpty() ? picture : file;
        Entry entry = asked.entry();
        boolean signs = signs(entry);
        if (chosen == null || chosen.isEmpty()) {
            String words = signs ? say("Draw your signature") : say("Choose a file, or take a picture");
            return Reply.invalid(page(reference, number, asked, FormErrors.of("file", words)));
        }
        try (InputStream content = chosen.getInputStream()) {
            Attaching came = signs
                    ? answers.sign(chart, form, entry.path(), content)
                    : answers.attach(chart, form, entry.path(), chosen.getOriginalFilename(), content);
            return switch (came) {
                case Attaching.Done _ -> Reply.redirect(form(reference) + "/" + number + "#f-" + field);
                case Attaching.NotThere _ -> Reply.redirect(form(reference));
                default ->
                    Reply.invalid(page(reference, number, asked, FormErrors.of("file", words(came, files.largest()))));
            };
        }
    }

    private static String words(Attaching came, long largest) {
        return switch (came) {
            case Attaching.Refused(var why) -> FileRefusals.words(why, largest);
            case Attaching.OtherKind _ -> say("This question asks for another kind of file");
            case Attaching.TooLarge(long most) ->
                say(
                        "The file is larger than {size}. Send a smaller one, or a picture of each page",
                        "size",
                        DocumentCard.size(most));
            case Attaching.Full _ -> say("There is no room for another file. Remove one first");
            case Attaching.TooOften _ ->
                say("You have tried to send very many files. Try again in an hour, or call us");
            default -> say("Many files are arriving just now. Send it again in a minute");
        };
    }

    /** Saves a file again, or shows a drawing; what waits for the scanner leads back to the form. */
    @GetMapping("/files/{id:[0-9]{1,18}}")
    Object file(@PathVariable String reference, @PathVariable long id, VisibleChart chart) {
        section.require();
        Reference form = Reference.parse(reference).orElseThrow(NoSuchPageException::new);
        return switch (answers.open(chart, form, new FileId(id))) {
            case Opening.Opened(var content) -> FileAnswer.of(content);
            case Opening.Waiting _ ->
                Reply.redirect(form(reference))
                        .refused(say("This file is being checked for viruses. Try again in a few minutes."));
            case Opening.Infected _ ->
                Reply.redirect(form(reference))
                        .refused(say("Our virus scanner refuses this file. Nothing of it was kept"));
            case Opening.NotThere _ -> throw new NoSuchPageException();
        };
    }

    private Content page(String reference, int number, Asked asked, FormErrors errors) {
        Entry entry = asked.entry();
        var question = (Item.Question) entry.item();
        String back = form(reference) + "/" + number;
        String url = back + "/files/" + FieldNames.of(entry.path());
        if (signs(entry)) {
            return TEMPLATES.questionnaireSign(
                    section.page(say("Draw your signature")), question.text(), asked.lang(), back, url, errors);
        }
        var asks = (AnswerKind.Attachment) question.kind();
        Long most = asks.mostBytes();
        long largest = most == null ? files.largest() : Math.min(most, files.largest());
        return TEMPLATES.questionnaireFile(
                section.page(say("Add a file")),
                question.text(),
                asked.lang(),
                back,
                url,
                asks.types().isEmpty()
                        ? FileType.offered()
                        : String.join(",", asks.types().stream().sorted().toList()),
                largest,
                DocumentCard.size(largest),
                errors);
    }

    /** A question and the language of its form, where that is said. */
    private record Asked(Entry entry, @Nullable String lang) {}

    private Optional<Asked> asked(String reference, String field, VisibleChart chart) {
        Filling open = Reference.parse(reference)
                .flatMap(one -> filling.open(chart, one))
                .orElse(null);
        if (open == null) {
            // What was handed in leads to its answers; of what is not there, nothing is said.
            return Optional.empty();
        }
        return open.form().questions().stream()
                .filter(entry -> FieldNames.of(entry.path()).equals(field))
                .filter(entry -> signs(entry) || ((Item.Question) entry.item()).kind() instanceof AnswerKind.Attachment)
                .findFirst()
                .map(entry -> new Asked(entry, open.form().questionnaire().language()));
    }

    private static boolean signs(Entry entry) {
        return ((Item.Question) entry.item()).kind() instanceof AnswerKind.Signature;
    }

    private static String form(String reference) {
        return Reference.parse(reference).map(one -> "/questionnaires/" + one).orElseThrow(NoSuchPageException::new);
    }
}
