package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.library.Draft;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Edit;
import io.anteroom.clinic.questionnaire.library.Edited;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When an item is asked: conditions on other questions, added one at a time. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/draft")
class ConditionController {

    private static final int MOST = 50;

    private final Drafts drafts;
    private final BuilderPages pages;

    ConditionController(Drafts drafts, BuilderPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping("/conditions")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content show(@PathVariable long id, @RequestParam String item) {
        Draft draft = pages.draft(id);
        return pages.conditions(draft, BuilderPages.item(draft, item), FormErrors.none());
    }

    @GetMapping("/condition")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply blank(@PathVariable long id, @RequestParam String item, @RequestParam String question) {
        Draft draft = pages.draft(id);
        Item found = BuilderPages.item(draft, item);
        Item.Question on = question(draft, found, question);
        if (on == null) {
            return Reply.invalid(pages.conditions(
                    draft, found, FormErrors.of("question", "Choose a question outside of this item")));
        }
        return Reply.page(pages.condition(draft, found, on, ConditionForm.blank()));
    }

    @PostMapping("/condition")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply add(
            @PathVariable long id,
            @RequestParam String item,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String operator,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam String seen,
            StaffMember staff) {
        Draft draft = pages.draft(id);
        Item found = BuilderPages.item(draft, item);
        Item.Question on = question(draft, found, question);
        if (on == null) {
            throw new NoSuchPageException();
        }
        var form = new ConditionForm(operator, value, unit, FormErrors.none());
        Optional<Enabling.Condition> condition = form.read(on);
        if (condition.isEmpty()) {
            String wanted = ConditionForm.choices(on).isEmpty()
                    ? "Enter " + ValueText.like(ItemKind.of(on))
                    : "Choose an answer";
            return Reply.invalid(pages.condition(draft, found, on, form.faulty("value", wanted)));
        }
        Enabling before = found.head().enabling();
        var conditions = new ArrayList<Enabling.Condition>(before == null ? List.of() : before.conditions());
        conditions.add(condition.get());
        if (conditions.size() > MOST) {
            return Reply.invalid(pages.condition(
                    draft, found, on, form.faulty("value", "There are " + MOST + " conditions already")));
        }
        return save(id, draft, found, new Enabling(before != null && before.any(), conditions), seen, staff);
    }

    @PostMapping("/conditions")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply change(
            @PathVariable long id,
            @RequestParam String item,
            @RequestParam(required = false) @Nullable Integer remove,
            @RequestParam(defaultValue = "all") String together,
            @RequestParam String seen,
            StaffMember staff) {
        Draft draft = pages.draft(id);
        Item found = BuilderPages.item(draft, item);
        Enabling before = found.head().enabling();
        if (before == null) {
            return Reply.redirect(BuilderPages.itemUrl(id, item));
        }
        var left = new ArrayList<>(before.conditions());
        if (remove != null && remove >= 0 && remove < left.size()) {
            left.remove(remove.intValue());
        }
        boolean any = remove == null ? together.equals("any") : before.any();
        return save(id, draft, found, left.isEmpty() ? null : new Enabling(any, left), seen, staff);
    }

    private Reply save(long id, Draft draft, Item item, @Nullable Enabling enabling, String seen, StaffMember staff) {
        Item.Head old = item.head();
        var head = new Item.Head(old.linkId(), old.prefix(), old.text(), old.help(), enabling);
        Item changed = switch (item) {
            case Item.Group group -> new Item.Group(head, group.occurs(), group.items());
            case Item.Display _ -> new Item.Display(head);
            case Item.Question one -> new Item.Question(head, one.kind(), one.occurs(), one.initial(), one.items());
        };
        return switch (drafts.change(draft.id(), new Edit.Replace(changed, seen), staff.actor())) {
            case Edited.Saved _ ->
                Reply.redirect(BuilderPages.url(id) + "/conditions?item=" + BuilderPages.encoded(item.linkId()))
                        .done("Saved");
            case Edited.Refused(String why) -> Reply.invalid(pages.conditions(draft, item, FormErrors.ofForm(why)));
            case Edited.Meanwhile(String by) -> {
                Draft now = pages.draft(id);
                yield Reply.page(
                        HttpStatus.CONFLICT,
                        pages.conditions(
                                now,
                                BuilderPages.item(now, item.linkId()),
                                FormErrors.ofForm(by + " changed this item meanwhile. Look at it again, then decide")));
            }
            case Edited.Gone() -> throw new NoSuchPageException();
        };
    }

    /** A question that the item may depend on: any but itself and what is nested in it. */
    private static Item.@Nullable Question question(Draft draft, Item item, String linkId) {
        boolean own = holds(item, linkId);
        return !own && draft.form().item(linkId).orElse(null) instanceof Item.Question question ? question : null;
    }

    static boolean holds(Item item, String linkId) {
        return item.linkId().equals(linkId) || item.items().stream().anyMatch(child -> holds(child, linkId));
    }
}
