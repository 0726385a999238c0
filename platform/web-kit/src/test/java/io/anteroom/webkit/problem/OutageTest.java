package io.anteroom.webkit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Links;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class OutageTest {

    private static final Tenant NORTH = new Tenant(
            new TenantId("k3v7aaaaaaaa"),
            "north",
            "North Clinic",
            TenantState.ACTIVE,
            "GB",
            ZoneId.of("Europe/London"),
            Currency.getInstance("GBP"));

    private final ProblemPages pages = new ProblemPages(
            tenant -> Brand.plain(tenant.name()),
            new Links(new WebSettings("anteroom.test", "https", List.of(), DataSize.ofMegabytes(10))),
            request -> false);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/invoices");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aPageThatCannotBeReadSaysWhenToComeBackInTheClinicsLook() throws Exception {
        request.addHeader("Accept", "text/html");

        assertThat(answered(noConnection())).isTrue();

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString())
                .contains("North Clinic", "can’t be reached at the moment", "Nothing is lost")
                .doesNotContain("<form", "tenants-1");
    }

    @Test
    void aFormThatWasNotTakenIsKeptToBeSentAgain() throws Exception {
        form("note", "it's <b>urgent</b> & \"soon\"");

        assertThat(answered(noConnection())).isTrue();

        assertThat(response.getContentAsString())
                .contains("kept on this page", "action=\"/invoices\"", "Send it again")
                .contains("name=\"note\" value=\"it&#39;s &lt;b>urgent&lt;/b> &amp; &#34;soon&#34;\"");
    }

    @Test
    void aKeptFormIsNotTradedForAnEmptyOneWhenThePageIsLoadedAnew() throws Exception {
        form("note", "urgent");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            assertThat(answered(noConnection())).isTrue();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }

        assertThat(response.getContentAsString()).contains("kept on this page").doesNotContain("answers-a-form");
    }

    @Test
    void passwordsAndCodesAreNotPutOnThePage() throws Exception {
        form("password", "four otters drink tea");
        request.addParameter("code", "123456");
        request.addParameter("address", "anna@example.org");

        assertThat(answered(noConnection())).isTrue();

        assertThat(response.getContentAsString())
                .contains("value=\"anna@example.org\"")
                .doesNotContain("otters", "123456", "name=\"password\"", "name=\"code\"");
    }

    @Test
    void aFormThatMayHaveBeenTakenIsNotOfferedToBeSentTwice() throws Exception {
        form("note", "urgent");

        assertThat(answered(new TransactionSystemException("commit", new SQLException("gone", "08006"))))
                .isTrue();

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString())
                .contains("may have been saved or not")
                .doesNotContain("<form", "urgent");
    }

    @Test
    void aFormTooLongToBeShownAgainIsNotKept() throws Exception {
        form("note", "x".repeat(70_000));

        assertThat(answered(noConnection())).isTrue();

        assertThat(response.getContentAsString()).doesNotContain("kept on this page", "xxx");
    }

    @Test
    void aFormIsNotKeptToBeSentToAnotherHost() throws Exception {
        form("note", "urgent");
        request.setRequestURI("//evil.example/notes");

        assertThat(answered(noConnection())).isTrue();

        assertThat(response.getContentAsString()).doesNotContain("<form", "evil.example");
    }

    @Test
    void aFragmentGetsTheSameAsData() throws Exception {
        request.addHeader("HX-Request", "true");

        assertThat(answered(noConnection())).isTrue();

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P03", "57014", "55P03"})
    void theDatabaseBeingGoneFullOrSlowIsAnOutage(String state) {
        assertThat(Outage.behind(new IllegalStateException(new SQLException("", state))))
                .contains(Outage.UNKNOWN);
    }

    @Test
    void aFaultOfOursIsNone() throws Exception {
        var ours = new BadSqlGrammarException("read", "selekt", new SQLException("syntax", "42601"));

        assertThat(answered(ours)).isFalse();
        assertThat(answered(new IllegalStateException())).isFalse();
        assertThat(response.getStatus()).isEqualTo(200);
    }

    private boolean answered(Throwable failure) throws Exception {
        return CurrentTenant.call(NORTH, () -> pages.outage(request, response, failure));
    }

    private static Throwable noConnection() {
        return new ServletException(new CannotCreateTransactionException(
                "Could not open", new SQLTransientConnectionException("tenants-1 - Connection is not available")));
    }

    private void form(String name, String value) {
        request.setMethod("POST");
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("Accept", "text/html");
        request.addParameter(name, value);
    }
}
