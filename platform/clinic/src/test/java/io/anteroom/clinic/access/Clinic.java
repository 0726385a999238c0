package io.anteroom.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.work.WorkHandler;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What patients and staff do in a test, at the clinic that is bound. */
@Component
public class Clinic {

    public static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");
    public static final String WRONG = "999999";

    private final OnlineAccess access;
    private final SignIns signIns;
    private final List<WorkHandler> workers;
    private final PortalSetup portal;
    private final ChosenCodes random;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Clinic(
            OnlineAccess access,
            SignIns signIns,
            List<WorkHandler> workers,
            PortalSetup portal,
            SecureRandom random,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.access = access;
        this.signIns = signIns;
        this.workers = workers;
        this.portal = portal;
        this.random = (ChosenCodes) random;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A patient of an open portal. */
    public PatientId patient(String givenName) {
        portal.switchTo(ROSA, true);
        return new PatientId(sql("""
                insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key, search,
                    created_at, changed_at, changed_by)
                values (0, '%s', 'Lee', '1980-03-27', 'lee', 'x', '', now(), now(), 'test') returning id""".formatted(givenName)));
    }

    /** A patient who can sign in. */
    public PatientId patient(String givenName, String email, String mobile) {
        var patient = patient(givenName);
        assertThat(configure(patient, email, mobile)).isEqualTo(new Configured.Saved());
        return patient;
    }

    public Configured configure(PatientId patient, String email, String mobile) {
        return access.configure(patient, new WantedCredentials(email, mobile, true), ROSA);
    }

    /** Asks for a code in a new browser. */
    public Asked ask(String typed) {
        return ask(typed, null);
    }

    public Asked ask(String typed, @Nullable BrowserToken browser) {
        return signIns.ask(SignInAddress.read(typed, "GB").orElseThrow(), from("192.0.2.1", browser));
    }

    public Asked askFrom(String network, String typed) {
        return signIns.ask(SignInAddress.read(typed, "GB").orElseThrow(), from(network, null));
    }

    public Asked askAgain(BrowserToken browser) {
        return signIns.askAgain(from("192.0.2.1", browser));
    }

    /** Asks for a code and has the worker send {@code code}; gives the browser that can enter it. */
    public BrowserToken askAndSend(String typed, int code) {
        var browser = browser(ask(typed));
        send(code);
        return browser;
    }

    /** The worker comes to what was asked for; the codes it makes are {@code first} and the ones after it. */
    public void send(int first) {
        random.startAt(first);
        List<Long> waiting = transaction.execute(
                work -> jdbc.sql("select id from __tenant__.one_time_code where code_hash is null order by id")
                        .query(Long.class)
                        .list());
        waiting.forEach(id -> work(SignIns.CODES, Long.toString(id)));
    }

    /** The worker does work of that kind. */
    public void work(String kind, String ref) {
        var worker = workers.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        try {
            worker.handle(ref);
        } catch (Exception e) {
            throw new IllegalStateException("The worker could not do it", e);
        }
    }

    /** The next codes made are {@code first} and the ones after it. */
    public void nextCode(int first) {
        random.startAt(first);
    }

    public Entered enter(BrowserToken browser, String typed) {
        return signIns.enter(browser, typed, "Firefox on Linux");
    }

    public Entered enter(BrowserToken browser, int code) {
        return enter(browser, String.format(Locale.ROOT, "%06d", code));
    }

    /** Signs in from the beginning; gives what the browser then holds. */
    public SessionToken signIn(String typed) {
        return token(enter(askAndSend(typed, 123), 123));
    }

    /** What the browser that asked holds. */
    public static BrowserToken browser(Asked asked) {
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        return ((Asked.OnItsWay) asked).browser();
    }

    public static SessionToken token(Entered entered) {
        assertThat(entered).isInstanceOf(Entered.SignedIn.class);
        return ((Entered.SignedIn) entered).token();
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** Runs a statement that gives one number. */
    public long sql(String statement) {
        return transaction.execute(work -> jdbc.sql(statement).query(Long.class).single());
    }

    /** Runs a statement that gives texts. */
    public List<String> texts(String query) {
        return transaction.execute(work -> jdbc.sql(query).query(String.class).list());
    }

    /** Runs a statement that gives nothing. */
    public void run(String statement) {
        transaction.executeWithoutResult(work -> jdbc.sql(statement).update());
    }

    private static AskedFrom from(String network, @Nullable BrowserToken browser) {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral(network), browser);
    }
}
