package io.anteroom.tenantadmin.access.family;

import gg.jte.Content;
import io.anteroom.clinic.access.family.GivenAccess;
import io.anteroom.clinic.access.family.OthersAccess;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
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

/** The form that gives somebody access to a record. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/people")
class GivingController {

    private final PatientRecord records;
    private final OthersAccess access;
    private final StaffPages pages;

    GivingController(PatientRecord records, OthersAccess access, StaffPages pages) {
        this.records = records;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/new")
    @Needs(Permission.MANAGE_ACCESS)
    Content form(@PathVariable long id) {
        return page(id, PersonForm.EMPTY, TermsForm.ALL, FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply give(@PathVariable long id, PersonForm person, TermsForm terms, StaffMember staff) {
        records.find(id);
        if (terms.errors().any()) {
            return Reply.invalid(
                    page(id, person, terms, Refusals.of(person.missing()).and(terms.errors())));
        }
        return switch (access.give(new PatientId(id), person.wanted(), terms.terms(), staff.actor())) {
            case GivenAccess.Given(var _) ->
                Reply.redirect(PatientRecord.url(id)).done(person.wanted().name() + " has access to this record now");
            case GivenAccess.Refused(var reasons) -> Reply.invalid(page(id, person, terms, Refusals.of(reasons)));
            case GivenAccess.NotThere() -> throw new NoSuchPageException();
        };
    }

    private Content page(long id, PersonForm person, TermsForm terms, FormErrors errors) {
        return new StaticTemplates()
                .accessFamilyGive(
                        pages.page(StaffSection.PATIENTS, "Give access"),
                        records.find(id),
                        PatientRecord.url(id),
                        person,
                        terms,
                        errors);
    }
}
