package io.anteroom.portal.document;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.Relationship;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sending documents. A file that is not taken is said so where it was chosen, and what was typed stays. */
@Controller
@OnHost(Host.PORTAL)
class SendingController {

    private static final int LONGEST_NOTE = 200;

    /** How many go with one form. */
    private static final int MOST = 10;

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
        return documents.sends(chart)
                ? Reply.page(form(chart, chart.actingFor().orElse(null), UUID.randomUUID(), "", FormErrors.none()))
                : Reply.redirect("/documents");
    }

    /**
     * What was chosen, and a picture that was just taken, one after another. Without a patient it is about the sender: their account waits for
     * its record, or has been given it while the form was open.
     */
    @OfAnyPatient
    @PostMapping({"/documents/new", "/documents/new/{patient}"})
    Reply send(
            @PathVariable(required = false) @Nullable Long patient,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            VisibleChart chart)
            throws IOException {
        section.require();
        var about = patient == null
                ? self(chart)
                : chart.patient(new PatientId(patient)).orElseThrow(NoSuchPageException::new);
        if (about == null && !documents.sends(chart)) {
            throw new NoSuchPageException();
        }
        return send(chart, about, attempt(form), note.strip(), chosen(file, picture));
    }

    private static @Nullable VisiblePatient self(VisibleChart chart) {
        return chart.patients().stream()
                .filter(patient -> patient.relationship() == Relationship.SELF)
                .findFirst()
                .orElse(null);
    }

    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> file, @Nullable MultipartFile picture) {
        return Stream.concat(file == null ? Stream.of() : file.stream(), Stream.ofNullable(picture))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Reply send(
            VisibleChart chart, @Nullable VisiblePatient about, UUID attempt, String text, List<MultipartFile> chosen)
            throws IOException {
        var errors = FormErrors.none();
        if (chosen.isEmpty()) {
            errors = errors.with("file", say("Choose a file, or take a picture"));
        } else if (chosen.size() > MOST) {
            errors = errors.with("file", say("Choose {most} files or fewer at a time", "most", MOST));
        }
        if (text.length() > LONGEST_NOTE) {
            errors = errors.with("note", say("Shorten this to {most} characters or fewer", "most", LONGEST_NOTE));
        }
        if (errors.any()) {
            return Reply.invalid(form(chart, about, attempt, text, errors));
        }
        return deliver(chart, about, attempt, text, chosen);
    }

    private Reply deliver(
            VisibleChart chart, @Nullable VisiblePatient about, UUID attempt, String note, List<MultipartFile> chosen)
            throws IOException {
        var errors = FormErrors.none();
        int sent = 0;
        for (int i = 0; i < chosen.size(); i++) {
            var name = Objects.requireNonNullElse(chosen.get(i).getOriginalFilename(), "");
            String wrong;
            try (InputStream content = chosen.get(i).getInputStream()) {
                wrong = wrong(documents.send(
                        chart, about == null ? null : about.id(), attempt(attempt, i), note, name, content));
            }
            if (wrong == null) {
                sent++;
            } else {
                errors = errors.with(
                        "file", chosen.size() == 1 ? wrong : say("{name}: {text}", "name", name, "text", wrong));
            }
        }
        if (!errors.any()) {
            return Reply.redirect("/documents")
                    .done(
                            sent == 1
                                    ? say("Sent. You see here what becomes of it")
                                    : say(
                                            "{count, plural, one {# document is sent.} other {# documents are sent.}} You see here what becomes of them",
                                            "count",
                                            sent));
        }
        if (sent > 0) {
            errors = errors.with(
                    "file",
                    say(
                            "{count, plural, one {# other file was sent.} other {# other files were sent.}} Choose again only what wasn’t",
                            "count",
                            sent));
        }
        return Reply.invalid(form(chart, about, UUID.randomUUID(), note, errors));
    }

    /** What is to be said of a file that was not sent, or null. */
    private @Nullable String wrong(Sending sending) {
        return switch (sending) {
            case Sending.Sent _ -> null;
            case Sending.Refused(var why) -> FileRefusals.words(why, files.largest());
            case Sending.TooMany _ ->
                say("You have sent as much as can be sent in a day. Send the rest tomorrow, or call us");
            case Sending.TooOften _ -> say("You have tried to send very many files. Try again in an hour, or call us");
            case Sending.Busy _ -> say("Many files are arriving just now. Send it again in a minute");
            case Sending.NotAllowed _ -> throw new NoSuchPageException();
        };
    }

    /** The same of a form that is sent twice, and another for each of its files. */
    private static UUID attempt(UUID form, int file) {
        return file == 0 ? form : UUID.nameUUIDFromBytes((form + "/" + file).getBytes(StandardCharsets.US_ASCII));
    }

    private Content form(
            VisibleChart chart, @Nullable VisiblePatient about, UUID attempt, String note, FormErrors errors) {
        return new StaticTemplates()
                .documentNew(
                        section.page(say("Send a document")),
                        about == null ? "/documents/new" : "/documents/new/" + about.id(),
                        about != null && chart.several() ? about.name() : null,
                        attempt.toString(),
                        note,
                        FileType.offered(),
                        files.largest(),
                        MOST,
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
