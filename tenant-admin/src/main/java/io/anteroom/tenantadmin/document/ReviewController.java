package io.anteroom.tenantadmin.document;

import gg.jte.Content;
import io.anteroom.clinic.document.Document;
import io.anteroom.clinic.document.DocumentCategory;
import io.anteroom.clinic.document.DocumentDesk;
import io.anteroom.clinic.document.DocumentId;
import io.anteroom.clinic.document.Reviewing;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.EnumCode;
import io.anteroom.tenantadmin.frame.FileAnswer;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.download.Download;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One document: opened, filed on the record, or refused with a word to its sender. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/documents/{id}")
class ReviewController {

    private final DocumentDesk desk;
    private final StaffPages pages;

    ReviewController(DocumentDesk desk, StaffPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.REVIEW_DOCUMENTS)
    Content show(@PathVariable long id) {
        return page(find(id), "", FormErrors.none());
    }

    @GetMapping("/file")
    @Needs(Permission.REVIEW_DOCUMENTS)
    Download file(@PathVariable long id, StaffMember staff) {
        if (desk.open(new DocumentId(id), staff.actor()) instanceof Opening.Opened(var content)) {
            return FileAnswer.of(content);
        }
        throw new NoSuchPageException();
    }

    @PostMapping("/filing")
    @Needs(Permission.REVIEW_DOCUMENTS)
    Reply file(@PathVariable long id, @RequestParam(defaultValue = "") String category, StaffMember staff) {
        var document = find(id);
        var chosen = EnumCode.find(DocumentCategory.class, category);
        if (chosen.isEmpty()) {
            return Reply.invalid(page(document, "", FormErrors.of("category", "Choose what it is")));
        }
        return answer(
                desk.file(document, chosen.get(), staff.actor()),
                document,
                "Filed on the record of " + document.patientName());
    }

    @PostMapping("/refusal")
    @Needs(Permission.REVIEW_DOCUMENTS)
    Reply refuse(@PathVariable long id, @RequestParam(defaultValue = "") String message, StaffMember staff) {
        var document = find(id);
        var text = message.strip();
        if (text.isEmpty()) {
            return Reply.invalid(
                    page(document, text, FormErrors.of("message", "Write why, and what the sender can do instead")));
        }
        if (text.length() > DocumentDesk.LONGEST_MESSAGE) {
            return Reply.invalid(page(
                    document,
                    text,
                    FormErrors.of(
                            "message", "Shorten this to " + DocumentDesk.LONGEST_MESSAGE + " characters or fewer")));
        }
        return answer(
                desk.refuse(document, text, staff.actor()), document, "Refused. " + document.sentBy() + " is told");
    }

    private static Reply answer(Reviewing reviewing, Document document, String done) {
        String own = DocumentRow.base() + "/" + document.id();
        return switch (reviewing) {
            case Reviewing.Done _ -> Reply.redirect(DocumentRow.base()).done(done);
            case Reviewing.Before _ ->
                Reply.redirect(DocumentRow.base()).refused("Somebody has decided this meanwhile, or it was taken back");
            case Reviewing.NoRecord _ -> Reply.redirect(own).refused("Match its sender with a record first");
            case Reviewing.NotScanned _ ->
                Reply.redirect(own).refused("It waits for the virus scanner. Come back when it has answered");
        };
    }

    private Content page(Document document, String message, FormErrors errors) {
        return new StaticTemplates()
                .documentReview(
                        pages.page(StaffSection.DOCUMENTS, document.name()),
                        DocumentRow.of(document),
                        categories(),
                        message,
                        errors);
    }

    private static List<Option> categories() {
        return Stream.concat(
                        Stream.of(new Option("", "Choose one")),
                        Stream.of(DocumentCategory.values())
                                .map(category -> new Option(category.code(), category.words())))
                .toList();
    }

    private Document find(long id) {
        return desk.find(new DocumentId(id)).orElseThrow(NoSuchPageException::new);
    }
}
