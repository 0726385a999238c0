package io.anteroom.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Brand BRAND =
            new Brand("Müller & <Söhne>", null, Palette.ANTEROOM, null, "+44 20 7946 0000", "1 High St\nLondon", null);
    private static final List<NavItem> NAV = List.of(
            new NavItem("home", "Home", "/", Icon.HOME),
            new NavItem("invoices", "Invoices", "/invoices", Icon.INVOICE));

    @Test
    void aPageShowsTheClinicOnceEscaped() {
        String html = portal("Invoices", output -> output.writeContent("<p>body</p>"));

        assertThat(html)
                .contains("<title>Invoices – Müller &amp; &lt;Söhne&gt;</title>")
                .contains("Müller &amp; &lt;Söhne&gt;</span>")
                .contains("<p>body</p>")
                .doesNotContain("<Söhne>", "&amp;amp;", "&amp;lt;");
    }

    @Test
    void aDrawingIsTheSameEachTimeAndStandsInItsPlace() {
        Content twice = output -> {
            Icon.PLUS.writeTo(output);
            output.writeContent("<b>and</b>");
            Icon.PLUS.writeTo(output);
        };
        String once = PageWriter.toString(Icon.PLUS);

        assertThat(once).contains("<svg class=\"icon\"", "<path d=\"M12 5l0 14\">", "<path d=\"M5 12l14 0\">");
        assertThat(PageWriter.toString(twice)).isEqualTo(once + "<b>and</b>" + once);
    }

    @Test
    void thePageSaysWhereInTheNavigationItIs() {
        assertThat(portal("Invoices", output -> {}))
                .containsOnlyOnce("aria-current=\"page\"")
                .containsPattern("href=\"/invoices\"[^>]*aria-current=\"page\"");
    }

    @Test
    void nothingIsWrittenIntoThePageThatThePolicyForbids() {
        StaffPage staff = new StaffPage(
                "Today", "North", NAV, "home", NAV, "invoices", "/search", "Ann", "/organisations", "/sign-out");
        String all = portal("Home", output -> {})
                + PageWriter.toString(Layout.portalCard(PortalPage.signedOut("Sign in", BRAND), output -> {}))
                + PageWriter.toString(Layout.platform(PlatformPage.wide("Welcome"), output -> {}))
                + PageWriter.toString(Layout.staff(staff, output -> {}));

        assertThat(all)
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("javascript:");
    }

    @Test
    void whatWasTypedIsKeptAndEscapedInsideItsAttribute() {
        Field field = Field.email("email", "Email")
                .value("\"><script>alert(1)</script>")
                .errors(FormErrors.of("email", "Enter an email address, like name@example.org"))
                .hint("We send a code to it");

        assertThat(PageWriter.toString(field))
                .doesNotContain("<script>")
                .contains("value=\"&#34;>&lt;script>alert(1)&lt;/script>\"")
                .contains("aria-describedby=\"f-email-hint f-email-error\"")
                .contains("aria-invalid=\"true\"")
                .contains("Enter an email address, like name@example.org")
                .doesNotContain("maxlength", "hx-post");
    }

    @Test
    void theSummaryLeadsToTheFields() {
        FormErrors errors =
                FormErrors.of("address.line1", "Enter the first line").with("", "Something else");

        assertThat(PageWriter.toString(errors))
                .contains("<a href=\"#f-address-line1\">Enter the first line</a>")
                .contains("<li>Something else</li>");
        assertThat(PageWriter.toString(FormErrors.none())).isEmpty();
    }

    private static String portal(String title, Content content) {
        PortalPage page = new PortalPage(
                title, BRAND, "invoices", NAV, new PortalPage.Person("Anna", null, null, true, true, true, false));
        return PageWriter.toString(Layout.portal(page, content));
    }
}
