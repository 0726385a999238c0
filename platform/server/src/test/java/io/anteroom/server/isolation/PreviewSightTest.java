package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.PreviewAs;
import io.anteroom.clinic.access.session.Previews;
import io.anteroom.clinic.settings.DesignChange;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.NotPermittedException;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffPolicy;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** In a preview staff of the north see of its first patient what the person would see as whom they look. */
@WholeApplication
class PreviewSightTest {

    private static final PreviewAs FULL = PreviewAs.patient(AccessLevel.FULL);

    @Autowired
    private Previews previews;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvc web;

    @Autowired
    private PortalSetup portal;

    private Visitors visitors;

    private PreviewLooker looker;

    @BeforeEach
    void openBoth(@Autowired ApplicationContext application) {
        visitors = new Visitors(application);
        visitors.clinics().open();
        looker = new PreviewLooker(visitors, previews, jdbc, transaction, web);
    }

    @Test
    void thePagesAreThePatientsWithABannerThatSaysWhoseEyesTheyAreSeenWith() {
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);

        for (String path : List.of(
                "/",
                "/appointments",
                "/appointments/" + TwoClinics.reference("1"),
                "/invoices",
                "/invoices/1",
                "/invoices/statement",
                "/records",
                "/records/1",
                "/profile")) {
            Answer page = looker.open(preview, path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("Preview as the patient, full access: read-only", "End preview", "Pat1")
                    .doesNotContain("Pat2");
        }
        assertThat(looker.open(preview, "/invoices/2").status()).isEqualTo(404);
        assertThat(looker.open(preview, "/records/2").status()).isEqualTo(404);
    }

    @Test
    void whoReadsNoClinicalRecordsIsShownNoneHowMuchTheOtherPersonSees() {
        Cookie preview = looker.begun(FULL, false, StaffRole.RECEPTIONIST);
        for (String path : List.of("/records", "/records/1", "/records/kinds/letter")) {
            Answer page = looker.open(preview, path);
            assertThat(page.status()).as(path).isEqualTo(403);
            assertThat(page.body())
                    .as(path)
                    .contains("Your role doesn’t see this")
                    .doesNotContain("Letter ");
        }
        assertThat(looker.open(preview, "/invoices/1").status()).isEqualTo(200);
        assertThat(looker.lines("entries-looked-through")).isEmpty();
    }

    @Test
    void whoeverMayHaveAPreviewMaySeeAllThatHomeSumsUp() {
        assertThat(Arrays.stream(StaffRole.values())
                        .filter(role -> StaffPolicy.allows(Set.of(role), Permission.MANAGE_ACCESS)))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(List.of(
                                Permission.SEE_PATIENTS,
                                Permission.MANAGE_APPOINTMENTS,
                                Permission.SEE_INVOICES,
                                Permission.SEE_ANSWERS,
                                Permission.REVIEW_DOCUMENTS))
                        .allMatch(permission -> StaffPolicy.allows(Set.of(role), permission)));
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> looker.link(FULL, false, StaffRole.BILLING));
    }

    @Test
    void limitedAccessIsShownNothingThatTheClinicMade() {
        Cookie preview = looker.begun(PreviewAs.patient(AccessLevel.LIMITED), false, StaffRole.OWNER);
        assertThat(looker.open(preview, "/").body()).contains("limited access").doesNotContain("href=\"/records\"");
        assertThat(looker.open(preview, "/invoices/1").status()).isEqualTo(404);
        assertThat(looker.open(preview, "/appointments/" + TwoClinics.reference("1"))
                        .status())
                .isEqualTo(404);
        assertThat(looker.open(preview, "/records/1").status()).isEqualTo(404);
    }

    @Test
    void aCarerIsShownTheirPartsOfTheRecordAlone() {
        PreviewAs carer = PreviewAs.other(Relationship.CARER, AccessLevel.FULL, EnumSet.of(AccessScope.BOOKINGS));
        Cookie preview = looker.begun(carer, false, StaffRole.OWNER);

        assertThat(looker.open(preview, "/").body())
                .contains("Preview as a carer, full access to bookings and forms", "href=\"/appointments\"")
                .doesNotContain("href=\"/invoices\"", "href=\"/records\"");
        assertThat(looker.open(preview, "/appointments/" + TwoClinics.reference("1"))
                        .status())
                .isEqualTo(200);
        assertThat(looker.open(preview, "/invoices/1").status()).isEqualTo(404);
        assertThat(looker.open(preview, "/records/1").status()).isEqualTo(404);
    }

    @Test
    void aTeenSeesTheirRecordAndAParentOfOneWhatTheRuleOfAgesLeaves() {
        AgeRule rule = new AgeRule(14, 18);
        Cookie teen = looker.begun(PreviewAs.teen(15), false, StaffRole.OWNER);
        assertThat(looker.open(teen, "/invoices/1").body()).contains("Preview as a patient of 15, full access");

        PreviewAs parent = PreviewAs.parentAt(15, AccessLevel.FULL, AccessScope.all(), rule)
                .orElseThrow();
        Cookie limited = looker.begun(parent, false, StaffRole.OWNER);
        assertThat(looker.open(limited, "/").body())
                .contains("Preview as the parent of a patient of 15, limited access");
        assertThat(looker.open(limited, "/invoices/1").status()).isEqualTo(404);

        PreviewAs before = PreviewAs.parentAt(13, AccessLevel.FULL, AccessScope.all(), rule)
                .orElseThrow();
        assertThat(looker.open(looker.begun(before, false, StaffRole.OWNER), "/invoices/1")
                        .status())
                .isEqualTo(200);
        assertThat(PreviewAs.parentAt(18, AccessLevel.FULL, AccessScope.all(), rule))
                .isEmpty();
    }

    @Test
    void aDraftIsShownToWhoLooksWithItAndToNobodyElse() {
        CurrentTenant.run(Tenants.north(), () -> {
            PortalDesign now = portal.settings().published();
            PortalDesign wanted = new PortalDesign(
                    "Draft Clinic",
                    now.main(),
                    now.accent(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    null,
                    EnumSet.of(Section.DOCUMENTS, Section.QUESTIONNAIRES));
            assertThat(portal.saveDraft(DesignChange.of(now, wanted))).isTrue();
        });

        Cookie drafted = looker.begun(FULL, true, StaffRole.OWNER);
        assertThat(looker.open(drafted, "/documents").body()).contains("Draft Clinic", "Settings as drafted");
        assertThat(looker.open(drafted, "/questionnaires").status()).isEqualTo(200);
        assertThat(looker.open(drafted, "/invoices").status()).isEqualTo(404);
        assertThat(looker.open(drafted, "/records").status()).isEqualTo(404);

        Cookie published = looker.begun(FULL, false, StaffRole.OWNER);
        assertThat(looker.open(published, "/documents").status()).isEqualTo(404);
        assertThat(looker.open(published, "/invoices").body())
                .contains("Settings as published")
                .doesNotContain("Draft Clinic");
        assertThat(visitors.member(Host.PORTAL).call("GET", "/invoices").body()).doesNotContain("Draft Clinic");
    }

    @Test
    void aPortalThatIsYetToBeOpenedIsOpenInAPreviewAlone() {
        CurrentTenant.run(Tenants.north(), () -> portal.switchTo(PreviewLooker.OLIVE, false));
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);
        assertThat(looker.open(preview, "/invoices/1").status()).isEqualTo(200);
        assertThat(visitors.stranger(Host.PORTAL).call("GET", "/sign-in").status())
                .isEqualTo(403);
        assertThat(looker.call(preview, "POST", "/preview/end").status()).isEqualTo(303);
    }
}
