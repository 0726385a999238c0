package io.anteroom.tenantadmin.access.family;

import gg.jte.Content;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.credential.PersonWithAccess;
import io.anteroom.clinic.access.family.GivenAccess;
import io.anteroom.clinic.access.family.OthersAccess;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Somebody's access to a record: changing it, and ending it after a page that says what is lost. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/people/{grant}")
class GivenController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientRecord records;
    private final AccessOverview overview;
    private final OthersAccess access;
    private final StaffPages pages;

    GivenController(PatientRecord records, AccessOverview overview, OthersAccess access, StaffPages pages) {
        this.records = records;
        this.overview = overview;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply form(@PathVariable long id, @PathVariable long grant) {
        return find(id, grant)
                .<Reply>map(person -> Reply.page(page(id, person, TermsForm.of(person.terms()), FormErrors.none())))
                .orElseGet(() -> gone(id, grant));
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply change(@PathVariable long id, @PathVariable long grant, TermsForm terms, StaffMember staff) {
        var person = find(id, grant);
        if (person.isEmpty()) {
            return gone(id, grant);
        }
        if (terms.errors().any()) {
            return Reply.invalid(page(id, person.get(), terms, terms.errors()));
        }
        return switch (access.change(new PatientId(id), new GrantId(grant), terms.terms(), staff.actor())) {
            case GivenAccess.Given(var _) ->
                Reply.redirect(PatientRecord.url(id)).done("Changed. It counts at once");
            case GivenAccess.Refused(var reasons) -> Reply.invalid(page(id, person.get(), terms, Refusals.of(reasons)));
            case GivenAccess.NotThere() -> gone(id, grant);
        };
    }

    @GetMapping("/ending")
    @Needs(Permission.MANAGE_ACCESS)
    Reply ask(@PathVariable long id, @PathVariable long grant) {
        return find(id, grant)
                .<Reply>map(person -> Reply.page(TEMPLATES.accessRemoval(
                        pages.page(StaffSection.PATIENTS, "End access"), question(id, grant, name(person)))))
                .orElseGet(() -> gone(id, grant));
    }

    private Confirmation question(long id, long grant, String person) {
        return Confirmation.of(
                "End the access of " + person + "?",
                List.of(
                        person + " will see nothing of " + records.find(id).fullName()
                                + " in the portal any more: at once, and in browsers that are signed in now.",
                        "What this person sees of other patients stays as it is, and so does everybody else’s"
                                + " access to this record.",
                        "Nothing of the record is lost. " + person + " isn’t told of it by us."),
                PatientRecord.url(id) + "/people/" + grant + "/ending",
                "End access",
                PatientRecord.url(id));
    }

    @PostMapping("/ending")
    @Needs(Permission.MANAGE_ACCESS)
    Reply end(@PathVariable long id, @PathVariable long grant, StaffMember staff) {
        return access.end(new PatientId(id), new GrantId(grant), staff.actor())
                ? Reply.redirect(PatientRecord.url(id)).done("The access has ended")
                : gone(id, grant);
    }

    private Optional<PersonWithAccess> find(long id, long grant) {
        return overview.person(new PatientId(id), new GrantId(grant));
    }

    /** Of two staff the second is told how it stands; a number that never was of this record is no page. */
    private Reply gone(long id, long grant) {
        if (!overview.isPast(new PatientId(id), new GrantId(grant))) {
            throw new NoSuchPageException();
        }
        return Reply.redirect(PatientRecord.url(id))
                .refused("That access has ended or was changed meanwhile. This is how it stands now");
    }

    private static String name(PersonWithAccess person) {
        return Objects.requireNonNullElse(person.name(), "this person");
    }

    private Content page(long id, PersonWithAccess person, TermsForm terms, FormErrors errors) {
        return TEMPLATES.accessFamilyChange(
                pages.page(StaffSection.PATIENTS, "Change access"),
                records.find(id),
                PatientRecord.url(id),
                PatientRecord.url(id) + "/people/" + person.grant(),
                name(person),
                terms,
                errors);
    }
}
