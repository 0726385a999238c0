package io.anteroom.tenantadmin.questionnaire.answers;

import gg.jte.Content;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireDocument;
import io.anteroom.clinic.questionnaire.fhir.ResponseDocument;
import io.anteroom.clinic.questionnaire.review.AnswerPaper;
import io.anteroom.clinic.questionnaire.review.Answers;
import io.anteroom.clinic.questionnaire.review.Drawings;
import io.anteroom.clinic.questionnaire.review.ReviewDesk;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.FileAnswer;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.questionnaire.QuestionnairePages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The queue of answers to review, and one set of answers. Looking at answers is in the log each time. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires")
class AnswersController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;fhirVersion=4.0");

    private final ReviewDesk desk;
    private final AnswerPaper paper;
    private final Drawings drawings;
    private final PublishedVersions versions;
    private final Links links;
    private final QuestionnairePages pages;

    AnswersController(
            ReviewDesk desk,
            AnswerPaper paper,
            Drawings drawings,
            PublishedVersions versions,
            Links links,
            QuestionnairePages pages) {
        this.desk = desk;
        this.paper = paper;
        this.drawings = drawings;
        this.versions = versions;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/to-review")
    @Needs(Permission.SEE_ANSWERS)
    Content queue() {
        return TEMPLATES.questionnaireAnswersQueue(
                pages.page("To review"), QuestionnairePages.base(), desk.queue(), desk.waiting());
    }

    @GetMapping("/answers/{id}")
    @Needs(Permission.SEE_ANSWERS)
    Content show(@PathVariable long id, StaffMember staff) {
        Answers answers = desk.open(new AssignmentId(id), staff.actor()).orElseThrow(NoSuchPageException::new);
        return TEMPLATES.questionnaireAnswersShow(
                pages.page(answers.given().title()), url(id), answers, AnswerTable.of(answers));
    }

    @PostMapping("/answers/{id}/review")
    @Needs(Permission.SEE_ANSWERS)
    Reply review(@PathVariable long id, StaffMember staff) {
        desk.review(new AssignmentId(id), staff.actor());
        return Reply.redirect(QuestionnairePages.base() + "/to-review").done("Marked as reviewed");
    }

    @PostMapping("/answers/{id}/unreview")
    @Needs(Permission.SEE_ANSWERS)
    Reply putBack(@PathVariable long id, StaffMember staff) {
        desk.putBack(new AssignmentId(id), staff.actor());
        return Reply.redirect(QuestionnairePages.base() + "/to-review").done("Back among those to review");
    }

    @GetMapping("/answers/{id}/pdf")
    @Needs(Permission.SEE_ANSWERS)
    ResponseEntity<byte[]> pdf(@PathVariable long id, StaffMember staff) throws IOException {
        Answers answers = download(id, staff);
        return file(MediaType.APPLICATION_PDF, "answers-" + id + ".pdf")
                .body(paper.print(answers, drawings.of(answers.form())));
    }

    @GetMapping("/answers/{id}/fhir")
    @Needs(Permission.SEE_ANSWERS)
    ResponseEntity<String> fhir(@PathVariable long id, StaffMember staff) throws IOException {
        Answers answers = download(id, staff);
        var given = answers.given();
        String document = versions.document(given.version()).orElseThrow(NoSuchPageException::new);
        String exported = QuestionnaireDocument.exported(
                document,
                links.staff(QuestionnairePages.url(given.questionnaire())),
                answers.version().number(),
                false);
        var about = new ResponseDocument.About(
                QuestionnaireDocument.canonical(exported),
                links.staff(url(id)),
                given.patient() == null ? null : given.patient().toString(),
                given.patientName(),
                given.completedAt());
        return file(FHIR, "answers-" + id + ".json")
                .body(ResponseDocument.of(answers.form(), about, drawings.of(answers.form())));
    }

    /** A file that is an answer, or a signature that was drawn; what waits for the scanner leads back to the answers. */
    @GetMapping("/answers/{id}/files/{file:[0-9]{1,18}}")
    @Needs(Permission.SEE_ANSWERS)
    Object file(@PathVariable long id, @PathVariable long file, StaffMember staff) {
        return switch (desk.file(new AssignmentId(id), new FileId(file), staff.actor())) {
            case Opening.Opened(var content) -> FileAnswer.of(content);
            case Opening.Waiting _ ->
                Reply.redirect(url(id)).refused("It waits for the virus scanner. Come back when it has answered");
            case Opening.Infected _ ->
                Reply.redirect(url(id)).refused("The virus scanner refuses this file. Nothing of it was kept");
            case Opening.NotThere _ -> throw new NoSuchPageException();
        };
    }

    private Answers download(long id, StaffMember staff) {
        return desk.download(new AssignmentId(id), staff.actor()).orElseThrow(NoSuchPageException::new);
    }

    private static String url(long id) {
        return "/o/" + CurrentTenant.get().slug() + "/questionnaires/answers/" + id;
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
