package io.anteroom.tenantadmin.access.link;

import io.anteroom.clinic.access.link.LinkKind;
import io.anteroom.clinic.access.link.LinkToken;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making a link on a patient's record, which ends the one before, and taking it back. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/links")
class LinksController {

    private final PatientRecord records;
    private final PatientLinks links;
    private final Delivery delivery;
    private final Links addresses;
    private final StaffPages pages;

    LinksController(PatientRecord records, PatientLinks links, Delivery delivery, Links addresses, StaffPages pages) {
        this.records = records;
        this.links = links;
        this.delivery = delivery;
        this.addresses = addresses;
        this.pages = pages;
    }

    /** The link is in the answer itself, since it can be shown but once; asked for again, there is a new one. */
    @PostMapping
    @Needs(Permission.MANAGE_ACCESS)
    Reply make(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(name = "delivery", defaultValue = Delivery.SHOWN) String way,
            StaffMember staff) {
        var patient = records.find(id);
        var wanted = kind.equals("access") ? LinkKind.ACCESS : LinkKind.PATIENT;
        if (way.equals(Delivery.SHOWN)) {
            return links.make(patient.id(), wanted, staff.actor())
                    .map(token -> shown(patient, wanted, token))
                    .orElseThrow(NoSuchPageException::new);
        }
        var url = PatientRecord.url(id);
        return delivery.chosen(patient, way)
                .filter(to -> links.send(patient.id(), wanted, to, staff.actor()))
                .<Reply>map(to -> Reply.redirect(url).done("The link is on its way " + Delivery.words(to)))
                .orElseGet(() -> Reply.redirect(url)
                        .refused("That address has changed meanwhile, so nothing was sent. Choose again"));
    }

    @PostMapping("/revocation")
    @Needs(Permission.MANAGE_ACCESS)
    Reply revoke(@PathVariable long id, StaffMember staff) {
        var patient = records.find(id);
        boolean revoked = links.revoke(patient.id(), staff.actor());
        var back = Reply.redirect(PatientRecord.url(id));
        return revoked ? back.done("The link no longer works") : back.done("There was no link left that works");
    }

    private Reply shown(Patient patient, LinkKind kind, LinkToken token) {
        var url = addresses.portal(CurrentTenant.get().slug(), token.path());
        return Reply.page(new StaticTemplates()
                .accessLinkMade(
                        pages.page(StaffSection.PATIENTS, "Link for " + patient.fullName()),
                        patient,
                        kind,
                        PatientRecord.url(patient.id().value()),
                        url));
    }
}
