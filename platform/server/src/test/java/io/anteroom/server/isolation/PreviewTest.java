package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.session.PreviewAs;
import io.anteroom.clinic.access.session.Previews;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A preview acts on nothing, leaves one line in the log, and has to do with nobody's session. */
@WholeApplication
class PreviewTest {

    private static final PreviewAs FULL = PreviewAs.patient(AccessLevel.FULL);

    /** All that a preview shows, but for its own beginning and end. */
    private static final Set<String> SHOWN = Set.of(
            "/",
            "/appointments",
            "/appointments/{reference}",
            "/invoices",
            "/invoices/{id}",
            "/invoices/statement",
            "/records",
            "/records/kinds/{kind}",
            "/records/{id:[0-9]{1,18}}",
            "/questionnaires",
            "/questionnaires/{reference}",
            "/documents",
            "/documents/{id}",
            "/profile",
            "/privacy",
            "/brand/logo/{id:[0-9a-f]{32}}.png");

    @Autowired
    private Previews previews;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvc web;

    private Visitors visitors;

    private TwoClinics clinics;

    private PreviewLooker looker;

    @BeforeEach
    void openBoth(@Autowired ApplicationContext application) {
        visitors = new Visitors(application);
        clinics = visitors.clinics();
        clinics.open();
        looker = new PreviewLooker(visitors, previews, jdbc, transaction, web);
    }

    @Test
    void everyFormOfThePortalIsRefusedAndNothingIsWritten() {
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);
        String before = clinics.fingerprint(Tenants.north());

        for (Route route : visitors.routes(Host.PORTAL)) {
            if (!route.method().equals("GET") && !route.pattern().equals("/preview/end")) {
                route.paths("", List.of("1")).forEach(path -> refused(preview, route.method(), path));
            }
            if (!route.pattern().startsWith("/preview/")) {
                String path = route.paths("", List.of("1")).getFirst();
                List.of("PUT", "DELETE", "PATCH").forEach(method -> refused(preview, method, path));
            }
        }
        assertThat(clinics.fingerprint(Tenants.north())).isEqualTo(before);
    }

    private void refused(Cookie preview, String method, String path) {
        Answer answer = looker.call(preview, method, path);
        assertThat(answer.status()).as("%s %s", method, path).isEqualTo(403);
        assertThat(answer.mentions("A preview is read-only"))
                .as("%s %s", method, path)
                .isTrue();
    }

    @Test
    void aPageThatNobodyNamedIsNoPartOfAPreview() {
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);

        for (Route route : visitors.routes(Host.PORTAL)) {
            if (route.method().equals("GET")
                    && !route.pattern().startsWith("/preview/")
                    && !SHOWN.contains(route.pattern())) {
                for (String path : route.paths("", List.of("1"))) {
                    assertThat(looker.open(preview, path).status()).as(path).isEqualTo(403);
                }
            }
        }
        assertThat(looker.open(preview, "/sessions").mentions("no part of a preview"))
                .isTrue();
        assertThat(looker.open(preview, "/invoices/1/pdf").status()).isEqualTo(403);
        assertThat(looker.open(preview, "/records/1/file").status()).isEqualTo(403);
    }

    @Test
    void theLogHasOneLineOfThePreviewAndTheRecordsReadAndNoneOfThemIsThePatients() {
        long before = looker.number("select count(*) from __tenant__.audit_entry where actor_kind = 'patient'");
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);
        assertThat(looker.lines("portal-previewed")).containsExactly("staff olive 1");

        looker.open(preview, "/");
        looker.open(preview, "/records");
        looker.open(preview, "/records/1");

        assertThat(looker.lines("portal-previewed")).containsExactly("staff olive 1");
        assertThat(looker.lines("entries-looked-through")).containsExactly("staff olive 1");
        assertThat(looker.lines("entry-read")).containsExactly("staff olive 1");
        assertThat(looker.number("select count(*) from __tenant__.audit_entry where actor_kind = 'patient'"))
                .isEqualTo(before);
        assertThat(looker.number("select count(*) from __tenant__.record_visit"))
                .isZero();
    }

    @Test
    void theSessionOfTheSameBrowserIsNeitherUsedNorExtended() {
        String session = clinics.session(Tenants.north(), 2);
        looker.run("update __tenant__.portal_session set last_seen_at = last_seen_at - interval '10 minutes'");
        String before = looker.sessions();
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);
        Caller both = visitors.at("north", "portal", session);

        assertThat(both.call("GET", "/invoices", PreviewLooker.with(preview)).mentions("Pat1"))
                .isTrue();
        assertThat(both.call("POST", "/sign-out", PreviewLooker.with(preview)).status())
                .isEqualTo(403);
        assertThat(looker.sessions()).isEqualTo(before);

        looker.run("update __tenant__.portal_preview set expires_at = begun_at");
        for (String method : List.of("GET", "POST")) {
            Answer ended = both.call(method, "/sign-out", PreviewLooker.with(preview));
            assertThat(ended.status()).isEqualTo(303);
            assertThat(ended.mentions("location: [/preview/ended]")).isTrue();
        }
        assertThat(looker.sessions()).isEqualTo(before);
    }

    @Test
    void theLinkWorksOnceAndForTwoMinutesAndAtItsOwnClinicAlone() {
        String link = looker.link(FULL, false, StaffRole.OWNER);
        assertThat(looker.follow("south", link)).isNull();
        assertThat(looker.follow("north", link)).isNotNull();
        assertThat(looker.follow("north", link)).isNull();

        String late = looker.link(FULL, false, StaffRole.OWNER);
        looker.run("update __tenant__.portal_preview set opens_until = made_at where begun_at is null");
        assertThat(looker.follow("north", late)).isNull();
        assertThat(looker.lines("portal-previewed")).hasSize(1);
    }

    @Test
    void thePreviewOfOneClinicIsNobodysAtTheOther() {
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);
        Answer south = visitors.at("south", "portal", null).call("GET", "/invoices", PreviewLooker.with(preview));
        assertThat(south.status()).isEqualTo(303);
        assertThat(south.mentions("location: [/preview/ended]")).isTrue();
    }

    @Test
    void aPreviewIsNeverTakenForASessionNorASessionForAPreview() {
        Cookie preview = looker.begun(FULL, false, StaffRole.OWNER);
        assertThat(visitors.at("north", "portal", preview.getValue())
                        .call("GET", "/invoices")
                        .mentions("/sign-in"))
                .isTrue();

        String session = clinics.session(Tenants.north(), 1);
        assertThat(looker.open(new Cookie(PreviewLooker.COOKIE, session), "/invoices")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void itEndsByTheButtonAndByItself() {
        Cookie first = looker.begun(FULL, false, StaffRole.OWNER);
        assertThat(first.getMaxAge()).as("or it would end unsaid").isGreaterThan(15 * 60);
        Answer ended = looker.call(first, "POST", "/preview/end");
        assertThat(ended.mentions("location: [/preview/ended]")).isTrue();
        assertThat(looker.open(first, "/").status()).isEqualTo(303);

        Cookie second = looker.begun(FULL, false, StaffRole.OWNER);
        assertThat(looker.number("select count(*) from __tenant__.portal_preview"
                        + " where expires_at = begun_at + interval '15 minutes' and ended_at is null"))
                .isEqualTo(1);
        looker.run("update __tenant__.portal_preview set expires_at = begun_at");
        assertThat(looker.open(second, "/").status()).isEqualTo(303);
        assertThat(visitors.stranger(Host.PORTAL).call("GET", "/preview/ended").body())
                .contains("The preview has ended");
    }
}
