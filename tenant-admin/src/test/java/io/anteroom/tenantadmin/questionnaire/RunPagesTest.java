package io.anteroom.tenantadmin.questionnaire;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.work.WorkHandler;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock stands on 21 November 2026. */
class RunPagesTest extends QuestionnairePagesFixture {

    private static final String GIVING = LIST + "/1/giving";

    @Autowired
    List<WorkHandler> workers;

    @Autowired
    PortalSetup portal;

    @BeforeEach
    void aPublishedQuestionnaireAndThreePatients() {
        addAnnaWithAnAccount(north());
        addLee(north(), "Bob", "2010-11-21");
        addLee(north(), "Cleo", "2010-11-22");
        begin();
        publish();
    }

    @Test
    void whomItIsForIsCountedAndThenGivenByTheWorker() {
        assertThat(opens(LIST + "/1")).bodyText().contains("Give it to many");
        assertThat(opens(GIVING)).hasStatusOk().bodyText().contains("Count them");
        assertThat(sends(GIVING, "minAge", "16")).hasStatusOk().bodyText().contains("Give it to 2 patients");
        assertThat(sends(GIVING, "maxAge", "15")).bodyText().contains("Give it to 1 patient");
        assertThat(sends(GIVING, "withAccess", "true")).bodyText().contains("Give it to 1 patient");
        assertThat(sends(GIVING, "minAge", "99")).bodyText().contains("Nobody is like that");
        assertThat(sends(GIVING, "minAge", "20", "maxAge", "10"))
                .hasStatus(422)
                .bodyText()
                .contains("as many years as the youngest");

        assertThat(sends(GIVING, "minAge", "16", "patients", "3"))
                .as("not what was seen")
                .hasStatus(409);
        assertThat(sends(GIVING, "minAge", "16", "due", "2026-12-24", "patients", "2"))
                .hasStatus(303);
        assertThat(sends(GIVING, "patients", "3")).as("while one goes on").hasStatus(409);
        work();
        work();

        assertThat(texts("select patient_id::text from __tenant__.questionnaire_assignment order by patient_id"))
                .containsExactly("1", "2");
        assertThat(opens(GIVING)).bodyText().contains("given to 2, looked at 2 of 2", "due 24 Dec 2026", "Done");
    }

    @Test
    void whoHasItOpenKeepsThatAndARetiredOneStops() {
        assertThat(sends("/o/north/patients/1/questionnaires", "questionnaire", "1"))
                .hasStatus(303);
        assertThat(sends(GIVING, "patients", "3")).hasStatus(303);
        work();
        assertThat(opens(GIVING)).bodyText().contains("given to 2, looked at 3 of 3");

        sends(LIST + "/1/retirement");
        assertThat(sends(GIVING, "patients", "3")).hasStatus(409);
        assertThat(opens(LIST + "/1")).bodyText().doesNotContain("Give it to many");
    }

    @Test
    void aLinkIsSentToSomebodyListedAndTakenBack() {
        String links = LIST + "/1/links";
        assertThat(opens(LIST + "/1")).bodyText().contains("Send it by link");
        assertThat(sends(links, "email", "nora@example.org"))
                .hasStatus(422)
                .bodyText()
                .contains("offers no forms", "value=\"nora@example.org\"");
        offerForms();
        assertThat(sends(links, "email", "nobody", "due", "2026-11-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an email address", "Enter today or a day to come", "value=\"nobody\"");
        assertThat(sends(links, "email", "Nora@example.org ", "due", "2026-12-24"))
                .hasStatus(303)
                .hasHeader("Location", links);
        assertThat(opens(links)).bodyText().contains("nora@example.org", "good until 5 Dec 2026", "Take back the link");

        assertThat(sends("/o/south/questionnaires/1/links/1/ending")).hasStatus(404);
        assertThat(sends(links + "/1/ending")).hasStatus(303);
        assertThat(opens(links)).bodyText().contains("Taken back").doesNotContain("Take back the link");
        assertThat(opens("/o/south/questionnaires/1/links")).hasStatus(404);
        role = StaffRole.BILLING;
        assertThat(opens(links)).hasStatus(403);
        assertThat(sends(links, "email", "nora@example.org")).hasStatus(403);
    }

    private void offerForms() {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var design = new PortalDesign(
                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of(Section.QUESTIONNAIRES));
        inNorth(() -> {
            portal.publish(new Actor.Staff("staff-1", "Robin Desk"), design);
            portal.switchTo(new Actor.Staff("staff-1", "Robin Desk"), true);
        });
    }

    @Test
    void anotherClinicAndTheReceptionGiveNothingToMany() {
        assertThat(opens("/o/south/questionnaires/1/giving")).hasStatus(404);
        MvcTestResult sent = sends("/o/south/questionnaires/1/giving", "patients", "3");
        assertThat(sent).hasStatus(404);
        role = StaffRole.RECEPTIONIST;
        assertThat(opens(GIVING)).hasStatus(403);
        assertThat(sends(GIVING, "patients", "3")).hasStatus(403);
    }

    private void work() {
        inNorth(() -> workers.stream()
                .filter(worker -> worker.kind().equals("questionnaire-run"))
                .forEach(worker -> {
                    try {
                        worker.handle("1");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }));
    }
}
