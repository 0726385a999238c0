package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.library.Draft;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Edit;
import io.anteroom.clinic.questionnaire.library.Fingerprint;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves, copies and deletes items from the outline, whose buttons name the act and carry the link id. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/draft")
class OrderController {

    private static final int LONGEST_LINK_ID = 200;

    private final Drafts drafts;
    private final BuilderPages pages;

    OrderController(Drafts drafts, BuilderPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @PostMapping("/order")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply order(@PathVariable long id, @RequestParam Map<String, String> sent, StaffMember staff) {
        Edit edit = edit(sent);
        return pages.answer(
                id,
                drafts.change(new QuestionnaireId(id), edit, staff.actor()),
                linkId -> pages.row(id, linkId).done(edit instanceof Edit.Duplicate ? "Duplicated" : "Moved"));
    }

    private static Edit edit(Map<String, String> sent) {
        for (Edit.Direction direction : Edit.Direction.values()) {
            String linkId = sent.get(direction.name().toLowerCase(java.util.Locale.ROOT));
            if (linkId != null && linkId.length() <= LONGEST_LINK_ID) {
                return new Edit.Move(linkId, direction);
            }
        }
        String copied = sent.get("copy");
        if (copied == null || copied.length() > LONGEST_LINK_ID) {
            throw new NoSuchPageException();
        }
        return new Edit.Duplicate(copied);
    }

    @GetMapping("/deletion")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content ask(@PathVariable long id, @RequestParam String item) {
        Draft draft = pages.draft(id);
        Item found = BuilderPages.item(draft, item);
        int nested = count(found) - 1;
        List<String> losses = new ArrayList<>();
        if (nested > 0) {
            losses.add(nested == 1 ? "The item in it goes with it." : "The " + nested + " items in it go with it.");
        }
        losses.add("Published versions and their answers stay as they are.");
        return pages.ask(
                "Delete an item",
                Confirmation.of(
                        found.text().isBlank() ? "Delete this item?" : "Delete \u201c" + found.text() + "\u201d?",
                        losses,
                        BuilderPages.url(id) + "/deletion?item=" + BuilderPages.encoded(item) + "&seen="
                                + Fingerprint.of(found),
                        "Delete it",
                        BuilderPages.url(id)));
    }

    @PostMapping("/deletion")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply delete(@PathVariable long id, @RequestParam String item, @RequestParam String seen, StaffMember staff) {
        return pages.answer(
                id,
                drafts.change(new QuestionnaireId(id), new Edit.Delete(item, seen), staff.actor()),
                _ -> Reply.redirect(BuilderPages.url(id)).done("Deleted"));
    }

    private static int count(Item item) {
        return 1 + item.items().stream().mapToInt(OrderController::count).sum();
    }
}
