package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.session.PreviewAs;
import io.anteroom.clinic.access.session.Previews;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Olive, who works at the north and looks at the portal of its first patient as somebody else would. */
record PreviewLooker(
        Visitors visitors, Previews previews, JdbcClient jdbc, TransactionTemplate transaction, MockMvc web) {

    static final String COOKIE = "anteroom-portal-preview";
    static final Actor.Staff OLIVE = new Actor.Staff("olive", "Olive Owner");

    private static final PatientId PAT = new PatientId(1);

    /** The cookie of a preview that she has begun. */
    Cookie begun(PreviewAs as, boolean drafted, StaffRole role) {
        return Objects.requireNonNull(follow("north", link(as, drafted, role)));
    }

    /** The token in the link that she is given while that is her role. */
    String link(PreviewAs as, boolean drafted, StaffRole role) {
        var olive = new StaffMember(OLIVE.id(), OLIVE.name(), "olive@example.org", Set.of(role));
        return CurrentTenant.call(
                Tenants.north(),
                () -> previews.prepare(olive, PAT, as, drafted).orElseThrow().value());
    }

    /** The cookie that a browser has after following the link at that clinic, or null if it leads to nothing. */
    @Nullable
    Cookie follow(String label, String link) {
        try {
            var response = web.perform(MockMvcRequestBuilders.get("http://" + label + ".localhost/preview/" + link))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isEqualTo(303);
            return "/".equals(response.getRedirectedUrl()) ? response.getCookie(COOKIE) : null;
        } catch (Exception e) {
            throw new AssertionError("The link was not answered", e);
        }
    }

    Answer open(Cookie preview, String path) {
        return call(preview, "GET", path);
    }

    Answer call(Cookie preview, String method, String path) {
        return visitors.at("north", "portal", null).call(method, path, with(preview));
    }

    static Consumer<MockHttpServletRequestBuilder> with(Cookie preview) {
        return request -> request.cookie(preview);
    }

    /** Who did that in the north's log, and of which patient's record. */
    List<String> lines(String action) {
        return in(
                () -> jdbc.sql("""
                        select actor_kind || ' ' || actor_id || ' ' || patient_id from __tenant__.audit_entry
                         where action = :action order by id""").param("action", action).query(String.class).list());
    }

    /** All of the north's sessions. */
    String sessions() {
        return in(() -> jdbc.sql("select string_agg(s::text, ',' order by s.id) from __tenant__.portal_session s")
                .query(String.class)
                .single());
    }

    long number(String query) {
        return in(() -> jdbc.sql(query).query(Long.class).single());
    }

    void run(String sql) {
        in(() -> jdbc.sql(sql).update());
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(Tenants.north(), () -> transaction.execute(_ -> work.get())));
    }
}
