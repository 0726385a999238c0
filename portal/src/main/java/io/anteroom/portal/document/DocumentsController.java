package io.anteroom.portal.document;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.document.DocumentId;
import io.anteroom.clinic.document.DocumentQuery;
import io.anteroom.clinic.document.SentDocuments;
import io.anteroom.clinic.file.Opening;
import io.anteroom.portal.frame.FileAnswer;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.download.Download;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was sent, what became of it, and taking it back. */
@Controller
@OnHost(Host.PORTAL)
class DocumentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String LIST = "/documents";

    private final SentDocuments documents;
    private final OpenDocuments section;

    DocumentsController(SentDocuments documents, OpenDocuments section) {
        this.documents = documents;
        this.section = section;
    }

    /** A page behind the last, or of no number, is the first. */
    @GetMapping(LIST)
    Reply list(@RequestParam(defaultValue = "1") String page, VisibleChart chart) {
        section.require();
        int number = page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
        var found = documents.list(chart, number);
        if (number > 1 && found.rows().isEmpty()) {
            return Reply.redirect(LIST);
        }
        var cards = found.rows().stream()
                .map(document -> DocumentCard.of(document, chart))
                .toList();
        return Reply.page(TEMPLATES.documentList(
                section.page(say("Documents")),
                cards,
                new Pagination(number, DocumentQuery.PAGE_SIZE, found.total(), to -> LIST + "?page=" + to),
                documents.sends(chart)));
    }

    @OfAnyPatient
    @GetMapping(LIST + "/{id}")
    Content show(@PathVariable long id, VisibleChart chart) {
        return TEMPLATES.documentShow(section.page(say("Document")), card(id, chart));
    }

    @OfAnyPatient
    @GetMapping(LIST + "/{id}/file")
    Download file(@PathVariable long id, VisibleChart chart) {
        section.require();
        if (documents.open(chart, new DocumentId(id)) instanceof Opening.Opened(var content)) {
            return FileAnswer.of(content);
        }
        throw new NoSuchPageException();
    }

    /** Asked for once it was decided about, it leads to what was decided. */
    @OfAnyPatient
    @GetMapping(LIST + "/{id}/removal")
    Reply askToTakeBack(@PathVariable long id, VisibleChart chart) {
        var card = card(id, chart);
        if (!card.removable()) {
            return Reply.redirect(card.url());
        }
        return Reply.page(TEMPLATES.documentRemoval(
                section.page(say("Take back a document")),
                Confirmation.of(
                        say("Take this document back?"),
                        List.of(say("{name} is deleted, and the clinic no longer sees it.", "name", card.name())),
                        card.url() + "/removal",
                        say("Take it back"),
                        card.url())));
    }

    @OfAnyPatient
    @PostMapping(LIST + "/{id}/removal")
    Reply takeBack(@PathVariable long id, VisibleChart chart) {
        section.require();
        return documents.takeBack(chart, new DocumentId(id))
                ? Reply.redirect(LIST).done(say("The document is deleted"))
                : Reply.redirect(LIST).refused(say("The clinic has looked at it already, or it is gone."));
    }

    private DocumentCard card(long id, VisibleChart chart) {
        section.require();
        return documents
                .find(chart, new DocumentId(id))
                .map(document -> DocumentCard.of(document, chart))
                .orElseThrow(NoSuchPageException::new);
    }
}
