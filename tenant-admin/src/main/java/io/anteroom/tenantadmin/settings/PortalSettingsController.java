package io.anteroom.tenantadmin.settings;

import gg.jte.Content;
import io.anteroom.clinic.settings.ContrastCheck;
import io.anteroom.clinic.settings.DesignChange;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Publishing;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The portal's look and sections: shown, previewed, kept as a draft, published or discarded. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/portal")
class PortalSettingsController {

    private final PortalSetup setup;
    private final PortalSettingsPages pages;
    private final DraftDesign drafts;

    PortalSettingsController(PortalSetup setup, PortalSettingsPages pages, DraftDesign drafts) {
        this.setup = setup;
        this.pages = pages;
        this.drafts = drafts;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        return pages.stored();
    }

    /** Draws what is typed and keeps nothing. */
    @PostMapping("/preview")
    @Needs(Permission.CHANGE_SETTINGS)
    Content preview(@ModelAttribute PortalForm form) {
        PortalDesign design = form.design(setup.settings().current());
        return new StaticTemplates().settingsPreview(new Preview(design, PortalSettingsPages.base()));
    }

    @PostMapping("/draft")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply saveDraft(@ModelAttribute PortalForm form, @Nullable MultipartFile file) {
        DraftDesign.Reading reading = drafts.read(form, file);
        if (reading.errors().any()) {
            return Reply.invalid(pages.typed(form, reading.errors()));
        }
        return setup.saveDraft(reading.change())
                ? Reply.redirect(PortalSettingsPages.base()).done("Draft saved. Patients see it when you publish")
                : meanwhile(form, reading.change());
    }

    @PostMapping("/publication")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply publish(StaffMember member, @ModelAttribute PortalForm form, @Nullable MultipartFile file) {
        DraftDesign.Reading reading = drafts.read(form, file);
        if (reading.errors().any()) {
            return Reply.invalid(pages.typed(form, reading.errors()));
        }
        Reply.Redirect back = Reply.redirect(PortalSettingsPages.base());
        return switch (setup.publish(member.actor(), reading.change())) {
            case Publishing.Published() -> back.done("Published. Patients see it now");
            case Publishing.NothingNew() -> back.done("Nothing has changed since you last published");
            case Publishing.TooFaint(ContrastCheck main, ContrastCheck accent) ->
                Reply.invalid(pages.typed(PortalForm.of(reading.change().design()), tooFaint(main, accent)));
            case Publishing.Meanwhile() -> meanwhile(form, reading.change());
        };
    }

    @PostMapping("/draft/removal")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply discard(@RequestParam(defaultValue = "") String seen) {
        Reply.Redirect back = Reply.redirect(PortalSettingsPages.base());
        return setup.discard(seen)
                ? back.done("Draft discarded. This is what patients see")
                : back.refused("Not discarded: somebody saved another draft meanwhile. This is theirs");
    }

    private Reply meanwhile(PortalForm form, DesignChange change) {
        return Reply.page(HttpStatus.CONFLICT, pages.meanwhile(form, change));
    }

    private static FormErrors tooFaint(ContrastCheck main, ContrastCheck accent) {
        FormErrors errors = FormErrors.none();
        if (!main.passes()) {
            errors = errors.with(
                    "main",
                    "The main colour is too light to be read. Make it darker, for example " + main.suggestion());
        }
        if (!accent.passes()) {
            errors = errors.with(
                    "accent",
                    "The second colour is too light to be seen. Make it darker, for example " + accent.suggestion());
        }
        return errors;
    }
}
