package io.anteroom.tenantadmin.access.preview;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.session.PreviewAs;
import io.anteroom.clinic.access.session.Previews;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Says as whom to look at the portal, and gives the link that begins it. It is a page with a link and not a redirect: the
 * answer to a form leads to no other host.
 */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/preview")
class PreviewController {

    private final PatientRecord records;
    private final Previews previews;
    private final Authentication authentication;
    private final PortalSetup portal;
    private final StaffPages pages;
    private final Links links;

    PreviewController(
            PatientRecord records,
            Previews previews,
            Authentication authentication,
            PortalSetup portal,
            StaffPages pages,
            Links links) {
        this.records = records;
        this.previews = previews;
        this.authentication = authentication;
        this.portal = portal;
        this.pages = pages;
        this.links = links;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    Content form(@PathVariable long id, StaffMember staff) {
        return page(records.find(id), ViewerForm.FIRST, FormErrors.none(), rule(), staff);
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply prepare(@PathVariable long id, ViewerForm form, StaffMember staff) {
        Patient patient = records.find(id);
        AgeRule rule = rule();
        FormErrors errors = form.errors(rule);
        if (errors.any()) {
            return Reply.invalid(page(patient, form, errors, rule, staff));
        }
        PreviewAs as = form.as(rule).orElseThrow();
        return previews.prepare(staff, patient.id(), as, form.drafted())
                .map(token -> Reply.page(new StaticTemplates()
                        .accessPreviewReady(
                                pages.page(StaffSection.PATIENTS, "Preview"),
                                patient,
                                PatientRecord.url(id),
                                as.words(),
                                links.portal(CurrentTenant.get().slug(), "/preview/" + token.value()))))
                .orElseThrow(NoSuchPageException::new);
    }

    private AgeRule rule() {
        return authentication.settings().parents();
    }

    private Content page(Patient patient, ViewerForm form, FormErrors errors, AgeRule rule, StaffMember staff) {
        String back = PatientRecord.url(patient.id().value());
        var page = new ViewerPage(
                patient,
                back,
                back + "/preview",
                ViewerPage.words(rule),
                portal.settings().hasDraft(),
                staff.may(Permission.SEE_RECORDS));
        return new StaticTemplates()
                .accessPreviewChoose(pages.page(StaffSection.PATIENTS, "See what they see"), page, form, errors);
    }
}
