package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.access.AccessOverview;
import io.anteroom.clinic.access.Configured;
import io.anteroom.clinic.access.OnlineAccess;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The form Configure credentials. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/credentials")
class CredentialsController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PatientRecord records;
    private final AccessOverview overview;
    private final OnlineAccess access;
    private final StaffPages pages;

    CredentialsController(PatientRecord records, AccessOverview overview, OnlineAccess access, StaffPages pages) {
        this.records = records;
        this.overview = overview;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    Content form(@PathVariable long id) {
        return page(id, CredentialsForm.of(overview.of(new PatientId(id))), FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply save(@PathVariable long id, CredentialsForm form, StaffMember staff) {
        return switch (access.configure(new PatientId(id), form.wanted(), staff.actor())) {
            case Configured.Saved() -> Reply.redirect(PatientRecord.url(id)).done("Credentials saved");
            case Configured.Refused(var reasons) -> Reply.invalid(page(id, form, form.errors(reasons)));
            case Configured.NoSuchPatient() -> throw new NoSuchPageException();
        };
    }

    private Content page(long id, CredentialsForm form, FormErrors errors) {
        return TEMPLATES.accessCredentials(
                pages.page(StaffSection.PATIENTS, "Configure credentials"),
                records.find(id),
                PatientRecord.url(id),
                form,
                errors);
    }
}
