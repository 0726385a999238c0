package io.anteroom.tenantadmin.access;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.PatientHeads;
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

/** The tab Online access of a patient's record. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access")
class OnlineAccessController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PatientRecord records;
    private final AccessOverview overview;
    private final OnlineAccess access;
    private final StaffPages pages;
    private final PatientHeads heads;
    private final AccessParts parts;

    OnlineAccessController(
            PatientRecord records,
            AccessOverview overview,
            OnlineAccess access,
            StaffPages pages,
            PatientHeads heads,
            AccessParts parts) {
        this.records = records;
        this.overview = overview;
        this.access = access;
        this.pages = pages;
        this.heads = heads;
        this.parts = parts;
    }

    @GetMapping
    @Needs(Permission.MANAGE_ACCESS)
    JteModel tab(@PathVariable long id, StaffMember staff) {
        var patient = records.find(id);
        var tab = AccessTab.of(patient, overview.of(patient.id()));
        return TEMPLATES.accessTab(
                pages.page(StaffSection.PATIENTS, patient.fullName() + ", online access"),
                heads.of(patient, staff),
                tab,
                parts.of(patient, staff));
    }

    @PostMapping("/sessions/{session}/end")
    @Needs(Permission.MANAGE_ACCESS)
    Reply endSession(@PathVariable long id, @PathVariable long session, StaffMember staff) {
        var patient = new PatientId(id);
        var back = Reply.redirect(PatientRecord.url(id));
        if (access.endSession(patient, new SessionId(session), staff.actor())) {
            return back.done("The session has ended");
        }
        if (!access.hadSession(patient, new SessionId(session))) {
            throw new NoSuchPageException();
        }
        return back.done("That session had ended already");
    }
}
