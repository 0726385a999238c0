package io.anteroom.tenantadmin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.settings.PortalSettings;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

class PortalSettingsWebTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/settings/portal";
    private static final Map<String, String> TYPED = Map.of(
            "name", "North Street Clinic",
            "main", "#1b4d8f",
            "accent", "#b9692b",
            "welcome", "Welcome to <North>",
            "phone", "020 7946 0123",
            "email", "desk@north.example",
            "sections", "INVOICES");

    @Autowired
    private PortalSetup setup;

    @Autowired
    private PublishedPortals portals;

    PortalSettingsWebTest() {
        super(StaffRole.OWNER);
    }

    @BeforeEach
    void theClinicHasNotBegunWithPayments() {
        provider.stage = OnboardingStatus.Stage.NOT_STARTED;
    }

    @Test
    void thePageShowsTheFormAndAPreviewOfTheRealSignInPage() throws Exception {
        String page = get(PAGE).getContentAsString();

        assertThat(page)
                .contains("value=\"North Clinic\"", "https://north.anteroom.test/", "Switch on")
                .contains("srcdoc=\"&lt;!doctype html>", "Sign in to North Clinic")
                .doesNotContain("Discard draft");
    }

    @Test
    void aPreviewOnItsWayIsNeverSentWhereTheButtonPressedWouldSendTheForm() throws Exception {
        assertThat(get(PAGE).getContentAsString())
                .contains("hx-post=\"" + PAGE + "/preview\" hx-include=\"closest form\"")
                .doesNotContainPattern("<form[^>]*data-watch[^>]*hx-post");
    }

    @Test
    void aDraftIsKeptAndMarkedAndPatientsDoNotSeeIt() throws Exception {
        assertThat(post(PAGE + "/draft", TYPED).getStatus()).isEqualTo(303);

        assertThat(get(PAGE).getContentAsString())
                .contains("You are looking at a draft", "value=\"North Street Clinic\"", "Discard draft")
                .contains("Welcome to &lt;North&gt;");
        Tenants.inNorth(() -> assertThat(portals.current().design().name()).isEqualTo("North Clinic"));
        assertThat(get("/o/south/settings/portal").getContentAsString()).doesNotContain("North Street");
    }

    @Test
    void whatWasDoneIsSaidOnThePageAndNotInsideThePreview() throws Exception {
        Cookie left = Objects.requireNonNull(post(PAGE + "/draft", TYPED).getCookie("anteroom-flash"));

        String page =
                asRobin(mvc.get(), PAGE).cookie(left).exchange().getResponse().getContentAsString();
        assertThat(page).containsOnlyOnce("Patients see it when you publish");
    }

    @Test
    void publishingShowsItToPatients() throws Exception {
        assertThat(post(PAGE + "/publication", TYPED).getStatus()).isEqualTo(303);

        Tenants.inNorth(() -> assertThat(portals.current().design().name()).isEqualTo("North Street Clinic"));
        Tenants.inSouth(() -> assertThat(portals.current().design().name()).isEqualTo("South Clinic"));
    }

    @Test
    void aDraftThatIsDiscardedIsGone() throws Exception {
        post(PAGE + "/draft", TYPED);
        post(PAGE + "/draft/removal", Map.of());

        assertThat(north().hasDraft()).isFalse();
    }

    @Test
    void aFaintColourIsRefusedBesideItsFieldWithOneThatWorks() throws Exception {
        MockHttpServletResponse answer = post(PAGE + "/publication", with("main", "#ffd200"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("href=\"#f-main\"", "too light to be read", "value=\"#ffd200\"", "data-value=\"#");
        assertThat(north().everPublished()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() throws Exception {
        MockHttpServletResponse answer =
                post(PAGE + "/draft", Map.of("name", " ", "main", "red", "accent", "#b9692b", "phone", "ask <us>"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Enter the name patients know you by", "Enter a phone number", "Enter the main colour")
                .contains("value=\"ask &lt;us>\"")
                .doesNotContain("ask <us>");
        assertThat(north().hasDraft()).isFalse();
    }

    @Test
    void whoSavesAfterSomebodyElseIsToldAndKeepsWhatTheyTyped() throws Exception {
        String seen = north().current().fingerprint();
        post(PAGE + "/draft", with("name", "Theirs <1>"));
        Map<String, String> mine = with("name", "Mine");
        mine.put("seen", seen);

        for (String act : List.of("/draft", "/publication")) {
            MockHttpServletResponse answer = post(PAGE + act, mine);
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getContentAsString())
                    .contains("Somebody saved other settings", "Theirs &lt;1&gt; → Mine", "value=\"Mine\"")
                    .contains("name=\"seen\" value=\"" + north().current().fingerprint());
        }
        assertThat(north().current().name()).isEqualTo("Theirs <1>");

        post(PAGE + "/draft/removal", mine);
        assertThat(north().hasDraft()).isTrue();
    }

    @Test
    void aLogoThatIsGoneByNowIsNone() throws Exception {
        assertThat(post(PAGE + "/draft", with("logo", "0123456789abcdef0123456789abcdef"))
                        .getStatus())
                .isEqualTo(303);

        assertThat(north().current().logo()).isNull();
    }

    @Test
    void thePreviewKeepsNothing() throws Exception {
        String preview =
                post(PAGE + "/preview", with("name", "Only <b>typed</b>")).getContentAsString();

        assertThat(preview).startsWith("<div id=\"preview\"").doesNotContain("<b>typed</b>");
        assertThat(north().hasDraft()).isFalse();
    }

    @Test
    void aLogoIsEncodedAnewAndShownToStaffBeforeItIsPublished() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "logo.svg", "image/svg+xml", png());
        assertThat(send(mvc.post().multipart().file(file), PAGE + "/draft", TYPED)
                        .getStatus())
                .isEqualTo(303);

        String logo = String.valueOf(north().current().logo());
        MockHttpServletResponse shown = get(PAGE + "/logo/" + logo + ".png");
        assertThat(shown.getContentType()).isEqualTo("image/png");
        assertThat(get("/o/south/settings/portal/logo/" + logo + ".png").getStatus())
                .isEqualTo(404);
    }

    @Test
    void aFileThatIsNoPictureIsRefusedBesideItsField() throws Exception {
        byte[] script = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        MockMultipartFile file = new MockMultipartFile("file", "logo.png", "image/png", script);
        MockHttpServletResponse answer = send(mvc.post().multipart().file(file), PAGE + "/draft", TYPED);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("href=\"#f-file\"", "Choose a PNG or JPEG picture");
        assertThat(north().hasDraft()).isFalse();
    }

    @Test
    void switchingOffIsAskedBack() throws Exception {
        post(PAGE + "/opening", Map.of());
        assertThat(north().on()).isTrue();

        assertThat(get(PAGE + "/closing").getContentAsString())
                .contains("Switch the portal off?", "Nothing is deleted", "action=\"" + PAGE + "/closing\"");
        assertThat(north().on()).isTrue();

        post(PAGE + "/closing", Map.of());
        assertThat(north().on()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/draft", "/draft/removal", "/publication", "/preview", "/opening", "/closing"})
    void aReceptionistChangesNothing(String path) throws Exception {
        role = StaffRole.RECEPTIONIST;

        assertThat(send(mvc.post(), PAGE + path, TYPED).getStatus()).isBetween(400, 599);
        assertThat(north().hasDraft()).isFalse();
        assertThat(north().on()).isFalse();
        assertThat(north().everPublished()).isFalse();
    }

    @Test
    void theChecklistTicksItself() throws Exception {
        assertThat(get("/o/north").getContentAsString()).contains("Hello, Robin", "0 of 5 done");

        post(PAGE + "/publication", TYPED);
        post(PAGE + "/opening", Map.of());

        assertThat(get("/o/north").getContentAsString())
                .contains("3 of 5 done", "href=\"/o/north/settings/payments\"")
                .containsPattern("Make the portal yours<span class=\"visually-hidden\"> \\(done\\)");
        assertThat(get("/o/south").getContentAsString()).contains("0 of 5 done");
    }

    @Test
    void onlyWhoMayActOnTheChecklistSeesIt() throws Exception {
        role = StaffRole.RECEPTIONIST;
        assertThat(get("/o/north").getContentAsString())
                .contains("The portal is off", "/o/north/patients/new")
                .doesNotContain("Set up your portal", "/settings/");

        role = StaffRole.ADMIN;
        assertThat(get("/o/north").getContentAsString())
                .contains("Set up your portal", "An owner connects")
                .doesNotContain("/settings/payments");
    }

    private PortalSettings north() {
        return CurrentTenant.call(Tenants.north(), setup::settings);
    }

    private MockHttpServletResponse get(String path) {
        return opens(path).getResponse();
    }

    private MockHttpServletResponse post(String path, Map<String, String> form) {
        return send(mvc.post().multipart(), path, form);
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> MockHttpServletResponse send(
            B request, String path, Map<String, String> form) {
        request.param("seen", form.getOrDefault("seen", north().current().fingerprint()));
        form.forEach((field, value) -> {
            if (!field.equals("seen")) {
                request.param(field, value);
            }
        });
        return mvc.perform(asRobin(request, path)).getResponse();
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = new HashMap<>(TYPED);
        form.put(field, value);
        return form;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
