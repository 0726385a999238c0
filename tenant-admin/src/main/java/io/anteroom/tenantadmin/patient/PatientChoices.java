package io.anteroom.tenantadmin.patient;

import gg.jte.Content;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.StaffPage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the pages that ask which patient something is for. */
@Component
public class PatientChoices {

    private static final int MOST = 20;

    private final PatientSearch search;

    PatientChoices(PatientSearch search) {
        this.search = search;
    }

    /**
     * The page, with the first twenty patients that what is typed finds.
     *
     * @param page the frame, whose title is the heading
     * @param back where it came from, below the clinic's address
     * @param backTo that page's name
     * @param question what is asked
     * @param typed what was searched for, blank at first
     * @param begins what follows a patient's own address where it begins
     */
    public Content page(StaffPage page, String back, String backTo, String question, String typed, String begins) {
        List<PatientRow> found = typed.isBlank()
                ? List.of()
                : search.find(typed, PatientSort.NAME, 1).rows().stream()
                        .limit(MOST)
                        .toList();
        String clinic = "/o/" + CurrentTenant.get().slug();
        return new StaticTemplates()
                .patientChoice(new PatientChoice(
                        page,
                        clinic + back,
                        backTo,
                        question,
                        typed,
                        found,
                        clinic + "/patients",
                        begins,
                        Formats.ofClinic()));
    }
}
