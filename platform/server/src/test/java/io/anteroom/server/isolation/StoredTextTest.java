package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything a person can have written, written as markup: no page may take it for its own. */
@WholeApplication
class StoredTextTest {

    private static final String NASTY = "\"'><img src=x onerror=alert(1)>" + Mistakes.SCRIPT + "`${7*7}";

    private static final String SHORT = "\"><img src=x onerror=alert(1)>";

    /** The columns that hold people's own words. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "patient",
                    List.of("given_name", "family_name", "preferred_name", "gender", "address", "alerts", "changed_by"),
            "invoice", List.of("note", "created_by", "sent_by"),
            "invoice_line", List.of("description"),
            "staff_member", List.of("name"),
            "service", List.of("name", "description", "preparation"),
            "practitioner", List.of("name", "title"),
            "location", List.of("name", "street"),
            "appointment", List.of("note"),
            "portal_session", List.of("device"),
            "portal_design", List.of("name", "welcome", "address", "privacy"));

    private Visitors visitors;

    @BeforeEach
    void write(
            @Autowired ApplicationContext application,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction) {
        visitors = new Visitors(application);
        visitors.clinics().open();
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(ignored -> WORDS.forEach((table, columns) ->
                        columns.forEach(column -> jdbc.sql("update __tenant__." + table + " set " + column + " = ?")
                                .param(column.equals("gender") ? SHORT : NASTY)
                                .update()))));
    }

    @ParameterizedTest
    @EnumSource(names = {"STAFF", "PORTAL"})
    void whatPeopleWroteIsNeverMarkup(Host host) {
        List<String> wrong = new ArrayList<>();
        int shown = 0;
        for (Route route : visitors.routes(host)) {
            if (route.method().equals("GET")) {
                for (String path : route.paths("north", List.of("1", "2"))) {
                    Answer answer = visitors.member(host).call("GET", path);
                    if (!isFile(answer)
                            && (answer.all().contains("<img src=x")
                                    || answer.all().contains(Mistakes.SCRIPT))) {
                        wrong.add(path);
                    }
                    if (answer.status() >= 500) {
                        wrong.add(path + " -> " + answer.status());
                    }
                    shown += answer.all().contains("&lt;img src=x") ? 1 : 0;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).as("pages that show it, as text").isGreaterThan(2);
    }

    /** What browsers save and never show, such as a calendar's file, in which markup means nothing. */
    private static boolean isFile(Answer answer) {
        return answer.mentions("Content-Disposition: [attachment")
                && answer.mentions("X-Content-Type-Options: [nosniff");
    }
}
