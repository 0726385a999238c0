package io.anteroom.tenantadmin.access.preview;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewPagesTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/patients/1/online-access/preview";

    PreviewPagesTest() {
        super(StaffRole.ADMIN);
    }

    @BeforeEach
    void patients() {
        addLee(north(), "Anna", "1980-03-27");
        addLee(south(), "Sora", "1980-03-27");
        addLee(south(), "Sam", "1980-03-27");
    }

    @Test
    void theTabLeadsToAFormThatMakesALinkToThePortal() {
        assertThat(opens("/o/north/patients/1/online-access"))
                .bodyText()
                .contains("href=\"" + PAGE + "\"", "See what they see");
        assertThat(opens(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("As whom?", "no rule of ages", "shown as published")
                .doesNotContain("As drafted");

        assertThat(sends(PAGE, "whom", "patient", "level", "full", "settings", "published"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("href=\"https://north\\.anteroom\\.test/preview/[A-Za-z0-9_-]{43}\"")
                .contains("as the patient, full access");
        assertThat(texts("select staff_name || ' ' || relationship || ' ' || level from __tenant__.portal_preview"))
                .containsExactly("Robin Desk self full");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'portal-previewed'"))
                .as("nothing has been seen yet")
                .isEmpty();
    }

    @Test
    void thePortalsSettingsLeadThereByWayOfAPatient() {
        run(north(), "update __tenant__.patient set search = 'anna lee'");
        String choice = "/o/north/settings/portal/preview";

        assertThat(opens("/o/north/settings/portal")).bodyText().contains("href=\"" + choice + "\"");
        assertThat(opens(choice))
                .hasStatusOk()
                .bodyText()
                .contains("With whose record?")
                .doesNotContain("Lee, Anna");
        assertThat(opens(choice + "?q=lee"))
                .hasStatusOk()
                .bodyText()
                .contains("Lee, Anna", "href=\"" + PAGE + "\"")
                .doesNotContain("Sora", "Sam");
        assertThat(opens(choice + "?q=Nobody")).bodyText().contains("No patient was found by that");
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        assertThat(sends(PAGE)).hasStatus(422).bodyText().contains("Choose as whom to look");
        assertThat(sends(PAGE, "whom", "carer", "level", "full"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least one part of the record");
        for (String age : new String[] {"", "0", "26", "x", "-1", "1".repeat(400)}) {
            assertThat(sends(PAGE, "whom", "teen", "level", "full", "age", age))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter an age in years");
        }
        assertThat(texts("select id::text from __tenant__.portal_preview")).isEmpty();
    }

    @Test
    void aParentIsShownWithWhatTheRuleOfAgesLeavesThem() {
        run(north(), "update __tenant__.authentication_settings set parents_limited_from = 14, parents_end_at = 18");
        assertThat(opens(PAGE)).bodyText().contains("turns limited at 14 and ends at 18");

        assertThat(sends(PAGE, "whom", "parent", "level", "full", "money", "true", "age", "15"))
                .hasStatusOk()
                .bodyText()
                .contains("as the parent of a patient of 15, limited access to invoices and payments");
        assertThat(sends(PAGE, "whom", "parent", "level", "full", "money", "true", "age", "18"))
                .hasStatus(422)
                .bodyText()
                .contains("access is over by your rule of ages");
    }

    @Test
    void aPatientOfAnotherClinicIsNobody() {
        assertThat(opens("/o/north/patients/2/online-access/preview")).hasStatus(404);
        assertThat(sends("/o/north/patients/2/online-access/preview", "whom", "patient", "level", "full"))
                .hasStatus(404);
    }

    @Test
    void whoDoesNotManageAccessHasNoPreview() {
        role = StaffRole.BILLING;
        assertThat(opens(PAGE)).hasStatus(403);
        assertThat(sends(PAGE, "whom", "patient", "level", "full")).hasStatus(403);
    }

    @Test
    void whoReadsNoClinicalRecordsIsToldThatTheyStayClosed() {
        role = StaffRole.RECEPTIONIST;
        assertThat(opens(PAGE)).bodyText().contains("Clinical records stay closed");
    }
}
