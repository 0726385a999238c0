package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.audit.OpenedRecords;
import io.anteroom.clinic.billing.Balance;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Badge;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the heads of patients' records, as each member of staff may see them. Every page of a record has one, so whoever gets
 * one has opened the record, and the clinic's log says so.
 */
@Component
public class PatientHeads {

    private final InvoiceDesk invoices;
    private final OpenedRecords opened;
    private final Clock clock;

    PatientHeads(InvoiceDesk invoices, OpenedRecords opened, Clock clock) {
        this.invoices = invoices;
        this.opened = opened;
        this.clock = clock;
    }

    /** The head of that patient's record. */
    public PatientHead of(Patient patient, StaffMember staff) {
        opened.note(patient.id().value(), staff.actor());
        String base = "/o/" + CurrentTenant.get().slug() + "/patients/" + patient.id();
        return new PatientHead(
                base,
                patient.fullName(),
                Moments.day(patient.birthDate()) + ", " + Moments.age(patient.birthDate(), Moments.today(clock)),
                patient.alerts().orElse(null),
                staff.may(Permission.SEE_INVOICES) ? balance(patient.id()) : null,
                tabs(base, staff));
    }

    private @Nullable Badge balance(PatientId patient) {
        Balance balance = invoices.balance(patient);
        Formats formats = Formats.ofClinic();
        if (balance.isSettled()) {
            return Badge.quiet("Owes nothing");
        }
        String due = "Owes " + formats.money(balance.dueMinor(), balance.currency());
        if (!balance.isOverdue()) {
            return Badge.notice(due);
        }
        return Badge.bad(
                balance.overdueMinor() == balance.dueMinor()
                        ? due + ", overdue"
                        : due + ", " + formats.money(balance.overdueMinor(), balance.currency()) + " overdue");
    }

    private static List<PatientHead.Tab> tabs(String base, StaffMember staff) {
        List<PatientHead.Tab> tabs = new ArrayList<>();
        tabs.add(new PatientHead.Tab("overview", "Overview", base));
        tabs.add(new PatientHead.Tab("details", "Details", base + "/details"));
        if (staff.may(Permission.MANAGE_APPOINTMENTS)) {
            tabs.add(new PatientHead.Tab("appointments", "Appointments", base + "/appointments"));
        }
        if (staff.may(Permission.SEE_RECORDS)) {
            tabs.add(new PatientHead.Tab("records", "Records", base + "/records"));
        }
        if (staff.may(Permission.REVIEW_DOCUMENTS)) {
            tabs.add(new PatientHead.Tab("documents", "Documents", base + "/documents"));
        }
        if (staff.may(Permission.SEE_ANSWERS)) {
            tabs.add(new PatientHead.Tab("questionnaires", "Questionnaires", base + "/questionnaires"));
        }
        if (staff.may(Permission.SEE_INVOICES)) {
            tabs.add(new PatientHead.Tab("invoices", "Invoices", base + "/invoices"));
        }
        if (staff.may(Permission.MANAGE_ACCESS)) {
            tabs.add(new PatientHead.Tab("online-access", "Online access", base + "/online-access"));
        }
        return List.copyOf(tabs);
    }
}
