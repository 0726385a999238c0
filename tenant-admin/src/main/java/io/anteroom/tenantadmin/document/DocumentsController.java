package io.anteroom.tenantadmin.document;

import gg.jte.Content;
import io.anteroom.clinic.document.DocumentDesk;
import io.anteroom.clinic.document.DocumentQuery;
import io.anteroom.clinic.document.DocumentQuery.Show;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.EnumCode;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.PatientHeads;
import io.anteroom.tenantadmin.patient.StandingRecord;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of documents, and the tab Documents of a patient's record. */
@Controller
@OnHost(Host.STAFF)
class DocumentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_SEARCH = 100;

    private final DocumentDesk desk;
    private final Patients patients;
    private final PatientHeads heads;
    private final StaffPages pages;

    DocumentsController(DocumentDesk desk, Patients patients, PatientHeads heads, StaffPages pages) {
        this.desk = desk;
        this.patients = patients;
        this.heads = heads;
        this.pages = pages;
    }

    /** What is not understood of the address is as if it were not there. */
    @GetMapping("/o/{organisation}/documents")
    @Needs(Permission.REVIEW_DOCUMENTS)
    Content list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        var query = new DocumentQuery(
                EnumCode.find(Show.class, show).orElse(Show.WAITING),
                q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q,
                Math.clamp(page, 1, LAST_PAGE));
        return TEMPLATES.documentList(
                pages.page(StaffSection.DOCUMENTS, "Documents"), DocumentsView.of(query, desk.page(query)));
    }

    @GetMapping("/o/{organisation}/patients/{id}/documents")
    @Needs(Permission.REVIEW_DOCUMENTS)
    Reply ofPatient(@PathVariable long id, @RequestParam(defaultValue = "1") int page, StaffMember staff) {
        var patient = StandingRecord.find(patients, id);
        String url = "/o/" + CurrentTenant.get().slug() + "/patients/" + id + "/documents";
        int number = Math.clamp(page, 1, LAST_PAGE);
        var found = desk.ofPatient(patient.id(), number);
        if (number > 1 && found.rows().isEmpty()) {
            return Reply.redirect(url);
        }
        return Reply.page(TEMPLATES.documentOfPatient(
                pages.page(StaffSection.PATIENTS, patient.fullName() + ", documents"),
                heads.of(patient, staff),
                found.rows().stream().map(DocumentRow::of).toList(),
                new Pagination(number, DocumentQuery.PAGE_SIZE, found.total(), to -> url + "?page=" + to)));
    }
}
