package io.anteroom.tenantadmin.door;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Robin Desk at a browser, on two clinics. All tests of the staff's pages share one application. */
@SpringBootTest(
        classes = StaffDoor.class,
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test",
            "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.web.scheme=https",
            "anteroom.web.base-host=anteroom.test"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public abstract class StaffPagesFixture {

    /** What the clock of these pages says, in SQL. */
    protected static final String NOW = "timestamptz '" + TestClock.START + "'";

    private static final String ACCEPTED = "text/html,*/*;q=0.8";

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected ScriptedPayments provider;

    @Autowired
    protected ScriptedCards savedCards;

    @Autowired
    protected ScriptedConsents consents;

    /** What Robin is. */
    protected StaffRole role;

    protected StaffPagesFixture(StaffRole role) {
        this.role = role;
    }

    @BeforeEach
    void theProviderIsReady() {
        provider.reset();
        savedCards.reset();
        consents.reset();
    }

    /** Opens a page; the path is that below the host, encoded. */
    protected final MvcTestResult opens(String path) {
        return asRobin(mvc.get(), path).exchange();
    }

    /** Asks for what a script puts into the page. */
    protected final MvcTestResult opensPart(String path) {
        return asRobin(mvc.get(), path).header("HX-Request", "true").exchange();
    }

    /** Sends a form; names and values by turns. */
    protected final MvcTestResult sends(String path, String... fields) {
        var request = asRobin(mvc.post(), path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** The request, at the staff's host and in Robin's role. */
    protected final <B extends AbstractMockHttpServletRequestBuilder<B>> B asRobin(B request, String path) {
        return request.uri(URI.create("https://app.anteroom.test" + path))
                .header(StaffDoor.ROLE, role)
                .header("Accept", ACCEPTED);
    }

    /** The value of a hidden field. */
    protected static String hidden(MvcTestResult page, String name) {
        try {
            var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                    .matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Does that in one transaction at a clinic. */
    protected final <T> T in(Tenant clinic, Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(clinic, () -> transaction.execute(_ -> work.get())));
    }

    /** Runs a statement at a clinic. */
    protected final void run(Tenant clinic, String sql) {
        in(clinic, () -> jdbc.sql(sql).update());
    }

    /** The first column of what is found at the clinic of the north. */
    protected final List<String> texts(String query) {
        return in(north(), () -> jdbc.sql(query).query(String.class).list());
    }

    /** Registers somebody of the family Lee with nothing but a name and a birth date. */
    protected final void addLee(Tenant clinic, String givenName, String birthDate) {
        run(clinic, """
                insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key,
                    search, created_at, changed_at, changed_by)
                values (0, '%s', 'Lee', '%s', 'lee', lower('%1$s'), '', now(), now(), 'test')""".formatted(givenName, birthDate));
    }

    /** Registers Anna Lee, patient 1, whose account has signed in with a code to anna@example.org. The pages' clock stands still. */
    protected final void addAnnaWithAnAccount(Tenant clinic) {
        addLee(clinic, "Anna", "1980-03-27");
        run(clinic, "insert into __tenant__.portal_account (created_at) values (" + NOW + ")");
        run(clinic, """
                insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)
                values (1, 'email', 'anna@example.org', NOW, 'Rosa', NOW)""".replace("NOW", NOW));
        run(clinic, """
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                values (1, 1, 'self', 'full', array['money'], NOW, 'Rosa')""".replace("NOW", NOW));
    }
}
