package io.anteroom.tenantadmin.questionnaire;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.NotSupported;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireDocument;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireFile;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Questionnaires as files of FHIR R4: brought, and taken along. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires")
class FileController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;fhirVersion=4.0");

    private final Library library;
    private final Drafts drafts;
    private final Links links;
    private final QuestionnairePages pages;

    FileController(Library library, Drafts drafts, Links links, QuestionnairePages pages) {
        this.library = library;
        this.drafts = drafts;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/import")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content choose() {
        return page(FormErrors.none(), List.of());
    }

    @PostMapping("/import")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply bring(@RequestParam(required = false) @Nullable MultipartFile file, StaffMember staff) throws IOException {
        if (file != null && file.getSize() > QuestionnaireFile.MOST_BYTES) {
            return Reply.invalid(page(FormErrors.of("file", "Choose a file of at most 2 MB"), List.of()));
        }
        return switch (QuestionnaireFile.read(
                file == null ? new byte[0] : file.getBytes(),
                file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), ""))) {
            case QuestionnaireFile.Brought.Whole whole -> {
                QuestionnaireId id = library.take(whole, staff.actor());
                yield Reply.redirect(QuestionnairePages.url(id) + "/draft")
                        .done("Taken in as a draft. Look at it, then publish it");
            }
            case QuestionnaireFile.Brought.NotWhole(List<NotSupported> notes) ->
                Reply.invalid(page(
                        FormErrors.of("file", "This questionnaire can’t be shown whole, so it was not taken in"),
                        notes));
            case QuestionnaireFile.Brought.Unreadable(String why) ->
                Reply.invalid(page(FormErrors.of("file", why), List.of()));
        };
    }

    private Content page(FormErrors errors, List<NotSupported> notes) {
        return TEMPLATES.questionnaireBring(
                pages.page("Import a questionnaire"), QuestionnairePages.base(), errors, notes);
    }

    @GetMapping("/{id}/versions/{number}/fhir")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    ResponseEntity<String> version(@PathVariable long id, @PathVariable int number) {
        LibraryEntry entry = library.find(new QuestionnaireId(id)).orElseThrow(NoSuchPageException::new);
        String document = library.document(entry.id(), number).orElseThrow(NoSuchPageException::new);
        return download(
                QuestionnaireDocument.exported(document, address(entry.id()), number, entry.retired()),
                "questionnaire-" + id + "-version-" + number + ".json");
    }

    @GetMapping("/{id}/draft/fhir")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    ResponseEntity<String> draft(@PathVariable long id) {
        String document = drafts.document(new QuestionnaireId(id)).orElseThrow(NoSuchPageException::new);
        return download(
                QuestionnaireDocument.exported(document, address(new QuestionnaireId(id)), null, false),
                "questionnaire-" + id + "-draft.json");
    }

    private String address(QuestionnaireId id) {
        return links.staff(QuestionnairePages.url(id));
    }

    private static ResponseEntity<String> download(String json, String name) {
        return ResponseEntity.ok()
                .contentType(FHIR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(json);
    }
}
