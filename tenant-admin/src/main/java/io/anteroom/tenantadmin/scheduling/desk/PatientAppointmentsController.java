package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.PatientHeads;
import io.anteroom.tenantadmin.patient.StandingRecord;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tab Appointments of a patient's record. */
@Controller
@OnHost(Host.STAFF)
class PatientAppointmentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST = 100;

    private final StaffAppointments appointments;
    private final Patients patients;
    private final PatientHeads heads;
    private final StaffPages pages;

    PatientAppointmentsController(
            StaffAppointments appointments, Patients patients, PatientHeads heads, StaffPages pages) {
        this.appointments = appointments;
        this.patients = patients;
        this.heads = heads;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/patients/{id}/appointments")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content list(@PathVariable long id, StaffMember staff) {
        Patient patient = StandingRecord.find(patients, id);
        return TEMPLATES.schedulingDeskOfPatient(
                pages.page(StaffSection.PATIENTS, patient.fullName() + ", appointments"),
                DeskPages.organisation(),
                heads.of(patient, staff),
                patient.id(),
                appointments.ahead(patient.id()),
                appointments.past(patient.id(), MOST),
                CurrentTenant.get().zone());
    }
}
