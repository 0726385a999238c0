package io.anteroom.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff and the worker do at the two clinics while a portal is tested. */
@Component
public class Clinics {

    public static final String NORTH = "north.anteroom.example";
    public static final String SOUTH = "south.anteroom.example";
    public static final String CODE = "123456";

    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");

    private final OnlineAccess access;
    private final PortalSetup portal;
    private final List<WorkHandler> work;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MockMvc web;

    Clinics(
            OnlineAccess access,
            PortalSetup portal,
            List<WorkHandler> work,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MockMvc web) {
        this.access = access;
        this.portal = portal;
        this.work = work;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.web = web;
    }

    /** A patient who can sign in at that clinic, whose portal is on. */
    public PatientId patient(Tenant clinic, String givenName, String email) {
        return CurrentTenant.call(clinic, () -> {
            portal.switchTo(ROSA, true);
            var patient = new PatientId(transaction.execute(
                    status -> jdbc.sql("""
                            insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key,
                                given_key, search, created_at, changed_at, changed_by)
                            values (0, ?, 'Lee', '1980-03-27', 'lee', 'x', '', now(), now(), 'test') returning id""").param(givenName).query(Long.class).single()));
            assertThat(access.configure(patient, new WantedCredentials(email, "", true), ROSA))
                    .isEqualTo(new Configured.Saved());
            return patient;
        });
    }

    public void switchPortal(Tenant clinic, boolean on) {
        CurrentTenant.run(clinic, () -> portal.switchTo(ROSA, on));
    }

    /** The worker makes the codes that were asked for; each is {@link #CODE}. */
    public void sendCodes() {
        for (var clinic : Tenants.both()) {
            CurrentTenant.run(clinic, () -> waiting().forEach(id -> handle("sign-in-code", id)));
        }
    }

    /** A browser on the host of a portal. */
    public Visitor visitor(String host) {
        return new Visitor(web, host);
    }

    /** A browser on the host of a portal that is signed in. */
    public Visitor signedIn(String host, String email) {
        return signIn(visitor(host), email);
    }

    /** Signs in with that browser. */
    public Visitor signIn(Visitor visitor, String email) {
        visitor.open("/sign-in");
        visitor.submit("/sign-in", "address", email);
        visitor.open("/sign-in/code");
        sendCodes();
        assertThat(visitor.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/");
        return visitor;
    }

    private List<String> waiting() {
        return transaction.execute(
                status -> jdbc.sql("select id::text from __tenant__.one_time_code where code_hash is null order by id")
                        .query(String.class)
                        .list());
    }

    private void handle(String kind, String ref) {
        for (var handler : work) {
            if (handler.kind().equals(kind)) {
                try {
                    handler.handle(ref);
                } catch (Exception e) {
                    throw new AssertionError("The worker failed", e);
                }
            }
        }
    }
}
