package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.record.RecordAudit;
import io.anteroom.clinic.record.RecordDesk;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab Records: what is in a patient's clinical record. */
@Controller
@OnHost(Host.STAFF)
class RecordTabController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final RecordPlace place;
    private final RecordDesk desk;
    private final RecordAudit audit;
    private final PublishedPortals portals;

    RecordTabController(RecordPlace place, RecordDesk desk, RecordAudit audit, PublishedPortals portals) {
        this.place = place;
        this.desk = desk;
        this.audit = audit;
        this.portals = portals;
    }

    @GetMapping("/o/{organisation}/patients/{id}/records")
    @Needs(Permission.SEE_RECORDS)
    JteModel list(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") String page,
            StaffMember staff) {
        var patient = place.patient(id);
        var wanted = RecordKind.find(kind).orElse(null);
        long number = page.matches("[1-9][0-9]{0,4}") ? Long.parseLong(page) : 1;
        audit.lookedThrough(patient.id(), staff.actor());
        var view = new RecordTabView(
                RecordPlace.list(id), wanted, number, desk.page(patient.id(), wanted, number), place.now());
        return TEMPLATES.recordList(
                place.page(patient.fullName() + ", records"),
                place.head(patient, staff),
                view,
                staff.may(Permission.EDIT_RECORDS),
                portals.current().offers(Section.CLINICAL_RECORDS));
    }
}
