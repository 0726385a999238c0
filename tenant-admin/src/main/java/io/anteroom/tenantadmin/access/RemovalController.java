package io.anteroom.tenantadmin.access;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.AccessOverview;
import io.anteroom.clinic.access.CredentialChannel;
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
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Removing a credential, after a page that says what is lost. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/credentials/{kind}/removal")
class RemovalController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PatientRecord records;
    private final AccessOverview overview;
    private final OnlineAccess access;
    private final StaffPages pages;

    RemovalController(PatientRecord records, AccessOverview overview, OnlineAccess access, StaffPages pages) {
        this.records = records;
        this.overview = overview;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    JteModel ask(@PathVariable long id, @PathVariable String kind) {
        var patient = records.find(id);
        var warning = RemovalWarning.of(
                        PatientRecord.url(id), patient.fullName(), overview.of(patient.id()), channel(kind))
                .orElseThrow(NoSuchPageException::new);
        return TEMPLATES.accessRemoval(pages.page(StaffSection.PATIENTS, "Remove " + kind), warning);
    }

    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply remove(@PathVariable long id, @PathVariable String kind, StaffMember staff) {
        if (!access.remove(new PatientId(id), channel(kind), staff.actor())) {
            throw new NoSuchPageException();
        }
        return Reply.redirect(PatientRecord.url(id)).done("The " + kind + " is removed and no longer signs in");
    }

    private static CredentialChannel channel(String kind) {
        return switch (kind) {
            case "email" -> CredentialChannel.EMAIL;
            case "mobile" -> CredentialChannel.MOBILE;
            default -> throw new NoSuchPageException();
        };
    }
}
