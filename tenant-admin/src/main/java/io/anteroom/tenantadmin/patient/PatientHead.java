package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is always in sight on a patient's record: who it is, and the tabs that whoever looks may open.
 *
 * @param base the record's address
 * @param born the birth date, and the age
 * @param alerts a short note, or nothing
 */
public record PatientHead(
        String base, String name, String born, @Nullable String alerts, List<Tab> tabs) {

    /**
     * A tab of the record.
     *
     * @param key what a page names to mark it
     */
    public record Tab(String key, String label, String href) {}

    /** The head of that patient's record, as that member of staff may see it. */
    public static PatientHead of(Patient patient, StaffMember staff, Clock clock) {
        String base = "/o/" + CurrentTenant.get().slug() + "/patients/" + patient.id();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("overview", "Overview", base));
        tabs.add(new Tab("details", "Details", base + "/details"));
        if (staff.may(Permission.SEE_INVOICES)) {
            tabs.add(new Tab("invoices", "Invoices", base + "/invoices"));
        }
        if (staff.may(Permission.MANAGE_ACCESS)) {
            tabs.add(new Tab("online-access", "Online access", base + "/online-access"));
        }
        return new PatientHead(
                base,
                patient.fullName(),
                Moments.day(patient.birthDate()) + ", " + Moments.age(patient.birthDate(), Moments.today(clock)),
                patient.alerts().orElse(null),
                List.copyOf(tabs));
    }
}
