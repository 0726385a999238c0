package io.anteroom.portal.document;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.document.Sending;
import io.anteroom.clinic.document.SentDocuments;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sending a document. A file that is not taken is said so where it was chosen, and what was typed stays. */
@Controller
@OnHost(Host.PORTAL)
class SendingController {

    private static final int LONGEST_NOTE = 200;

    private final SentDocuments documents;
    private final Files files;
    private final OpenDocuments section;

    SendingController(SentDocuments documents, Files files, OpenDocuments section) {
        this.documents = documents;
        this.files = files;
        this.section = section;
    }

    @GetMapping("/documents/new")
    Reply ask(VisibleChart chart) {
        section.require();
        return chart.actingFor()
                .filter(SentDocuments::open)
                .map(patient -> Reply.page(form(chart, patient, UUID.randomUUID(), "", FormErrors.none())))
                .orElseGet(() -> Reply.redirect("/documents"));
    }

    /** The file is one that was chosen, or a picture that was just taken. */
    @OfAnyPatient
    @PostMapping("/documents/new/{patient}")
    Reply send(
            @PathVariable long patient,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            VisibleChart chart)
            throws IOException {
        section.require();
        var about = chart.patient(new PatientId(patient)).orElseThrow(NoSuchPageException::new);
        var attempt = attempt(form);
        var text = note.strip();
        var chosen = file == null || file.isEmpty() ? picture : file;
        var errors = FormErrors.none();
        if (chosen == null || chosen.isEmpty()) {
            errors = errors.with("file", say("Choose a file, or take a picture"));
        }
        if (text.length() > LONGEST_NOTE) {
            errors = errors.with("note", say("Shorten this to {most} characters or fewer", "most", LONGEST_NOTE));
        }
        if (chosen == null || errors.any()) {
            return Reply.invalid(form(chart, about, attempt, text, errors));
        }
        String name = Objects.requireNonNullElse(chosen.getOriginalFilename(), "");
        try (InputStream content = chosen.getInputStream()) {
            return answer(documents.send(chart, about.id(), attempt, text, name, content), chart, about, text);
        }
    }

    private Reply answer(Sending sending, VisibleChart chart, VisiblePatient about, String note) {
        return switch (sending) {
            case Sending.Sent _ -> Reply.redirect("/documents").done(say("Sent. You see here what becomes of it"));
            case Sending.Refused(var why) -> wrong(chart, about, note, FileRefusals.words(why, files.largest()));
            case Sending.TooMany _ ->
                wrong(
                        chart,
                        about,
                        note,
                        say("You have sent as much as can be sent in a day. Send the rest tomorrow, or call us"));
            case Sending.TooOften _ ->
                wrong(
                        chart,
                        about,
                        note,
                        say("You have tried to send very many files. Try again in an hour, or call us"));
            case Sending.Busy _ ->
                wrong(chart, about, note, say("Many files are arriving just now. Send it again in a minute"));
            case Sending.NotAllowed _ -> throw new NoSuchPageException();
        };
    }

    private Reply wrong(VisibleChart chart, VisiblePatient about, String note, String message) {
        return Reply.invalid(form(chart, about, UUID.randomUUID(), note, FormErrors.of("file", message)));
    }

    private Content form(VisibleChart chart, VisiblePatient about, UUID attempt, String note, FormErrors errors) {
        return new StaticTemplates()
                .documentNew(
                        section.page(say("Send a document")),
                        about.id().toString(),
                        chart.several() ? about.name() : null,
                        attempt.toString(),
                        note,
                        FileType.offered(),
                        files.largest(),
                        DocumentCard.size(files.largest()),
                        errors);
    }

    private static UUID attempt(String form) {
        try {
            return UUID.fromString(form);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
