package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.library.Draft;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Edit;
import io.anteroom.clinic.questionnaire.library.Edited;
import io.anteroom.clinic.questionnaire.library.Fingerprint;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of one item, new or stored. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/draft")
class ItemController {

    private final Drafts drafts;
    private final BuilderPages pages;

    ItemController(Drafts drafts, BuilderPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping("/new-item")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content blank(@PathVariable long id, @RequestParam String kind, @RequestParam(defaultValue = "") String place) {
        return pages.item(pages.draft(id), null, ItemValues.blank(offered(kind)), place);
    }

    @PostMapping("/new-item")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply add(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Draft draft = pages.draft(id);
        ItemForm form = ItemForm.typed(offered(kind), sent);
        Typed typed = form.read();
        Optional<Item> item = new ItemReading(form, typed, null).read("new");
        if (item.isEmpty()) {
            return Reply.invalid(pages.item(draft, null, form.faulty(typed.faults()), place));
        }
        Edited edited = drafts.change(draft.id(), new Edit.Add(place(place), item.get()), staff.actor());
        return switch (edited) {
            case Edited.Saved(String linkId) -> pages.row(id, linkId).done("Added");
            case Edited.Refused(String why) -> Reply.invalid(pages.item(draft, null, refused(form, why), place));
            case Edited.Meanwhile _, Edited.Gone _ -> throw new NoSuchPageException();
        };
    }

    @GetMapping("/item")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content show(@PathVariable long id, @RequestParam String item, @RequestParam(defaultValue = "") String kind) {
        Draft draft = pages.draft(id);
        Item found = BuilderPages.item(draft, item);
        ItemKind shown = kind.isEmpty() ? ItemKind.of(found) : kind(kind);
        return pages.item(draft, found, ItemValues.of(found, shown), "");
    }

    @PostMapping("/item")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply save(
            @PathVariable long id,
            @RequestParam String item,
            @RequestParam String kind,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Draft draft = pages.draft(id);
        Item stored = BuilderPages.item(draft, item);
        ItemForm form = ItemForm.typed(kind(kind), sent);
        Typed typed = form.read();
        Optional<Item> wanted = new ItemReading(form, typed, stored).read(item);
        if (wanted.isEmpty()) {
            return Reply.invalid(pages.item(draft, stored, form.faulty(typed.faults()), ""));
        }
        return switch (drafts.change(draft.id(), new Edit.Replace(wanted.get(), form.text("seen")), staff.actor())) {
            case Edited.Saved(String linkId) -> pages.row(id, linkId).done("Saved");
            case Edited.Refused(String why) -> Reply.invalid(pages.item(draft, stored, refused(form, why), ""));
            case Edited.Meanwhile(String by) -> {
                Draft now = pages.draft(id);
                Item theirs = BuilderPages.item(now, item);
                yield Reply.page(
                        HttpStatus.CONFLICT, pages.item(now, theirs, form.over(by, Fingerprint.of(theirs)), ""));
            }
            case Edited.Gone() -> throw new NoSuchPageException();
        };
    }

    private static ItemForm refused(ItemForm form, String why) {
        return new ItemForm(form.kind(), form.values(), FormErrors.ofForm(why), null);
    }

    private static ItemKind offered(String code) {
        return ItemKind.ofCode(code).filter(ItemKind.offered()::contains).orElseThrow(NoSuchPageException::new);
    }

    private static ItemKind kind(String code) {
        return ItemKind.ofCode(code).orElseThrow(NoSuchPageException::new);
    }

    /** {@code behind:<link id>}, {@code within:<link id>}, or at the end. */
    static Edit.Place place(@Nullable String place) {
        if (place != null && place.startsWith("behind:")) {
            return new Edit.Place.Behind(place.substring("behind:".length()));
        }
        return place != null && place.startsWith("within:")
                ? new Edit.Place.Within(place.substring("within:".length()))
                : new Edit.Place.Last();
    }
}
