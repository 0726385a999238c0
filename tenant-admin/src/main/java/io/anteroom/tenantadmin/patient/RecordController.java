package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditFilter;
import io.anteroom.clinic.audit.AuditLine;
import io.anteroom.clinic.audit.AuditTrail;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceList;
import io.anteroom.clinic.billing.InvoiceQuery;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.patient.MergedRecords;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tabs Overview and Invoices of a patient's record. */
@Controller
@OnHost(Host.STAFF)
class RecordController {

    private static final Templates TEMPLATES = new StaticTemplates();
    private static final int LATEST = 8;

    private final Patients patients;
    private final InvoiceList invoices;
    private final AuditTrail trail;
    private final MergedRecords merged;
    private final StaffPages pages;
    private final PatientHeads heads;

    RecordController(
            Patients patients,
            InvoiceList invoices,
            AuditTrail trail,
            MergedRecords merged,
            StaffPages pages,
            PatientHeads heads) {
        this.patients = patients;
        this.invoices = invoices;
        this.trail = trail;
        this.merged = merged;
        this.pages = pages;
        this.heads = heads;
    }

    @GetMapping("/o/{organisation}/patients/{id}")
    @Needs(Permission.SEE_PATIENTS)
    JteModel overview(@PathVariable long id, StaffMember staff) {
        Patient patient = find(id);
        List<InvoiceRow> open = staff.may(Permission.SEE_INVOICES) ? of(patient, InvoiceQuery.Show.UNPAID) : List.of();
        List<AuditLine> history = staff.may(Permission.READ_AUDIT)
                ? trail.read(new AuditFilter(null, null, List.of(id), null, null), Optional.empty())
                        .lines()
                : List.of();
        return TEMPLATES.patientOverview(
                pages.page(StaffSection.PATIENTS, patient.fullName()),
                heads.of(patient, staff),
                patient.details(),
                CurrentTenant.get().country(),
                staff,
                open,
                Formats.ofClinic(),
                merged.into(patient.id()),
                history.stream()
                        .filter(line -> line.action() != AuditAction.RECORD_OPENED)
                        .limit(LATEST)
                        .toList());
    }

    @GetMapping("/o/{organisation}/patients/{id}/invoices")
    @Needs(Permission.SEE_INVOICES)
    JteModel invoices(@PathVariable long id, StaffMember staff) {
        Patient patient = find(id);
        return TEMPLATES.patientInvoices(
                pages.page(StaffSection.PATIENTS, patient.fullName() + ", invoices"),
                heads.of(patient, staff),
                of(patient, InvoiceQuery.Show.ALL),
                staff.may(Permission.EDIT_INVOICES),
                Formats.ofClinic());
    }

    private Patient find(long id) {
        return StandingRecord.find(patients, id);
    }

    private List<InvoiceRow> of(Patient patient, InvoiceQuery.Show show) {
        return invoices.page(new InvoiceQuery(show, "", patient.id(), InvoiceQuery.Order.NUMBER, true, 1))
                .rows();
    }
}
