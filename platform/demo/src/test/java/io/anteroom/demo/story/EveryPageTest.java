package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.demo.browser.Inspection;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.host.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every page there is, by the application's own routes: somebody of each kind follows all links from where they arrive, and
 * looks at one page of each route. {@code pages.txt} says which routes are no pages, or are reached by no link; a new route
 * that is neither found nor listed fails here, and in the server's tests at once.
 */
class EveryPageTest {

    private static final Path LIST = Path.of("src", "test", "resources", "pages.txt");

    /** Of a page that is looked at unless another story has used up what leads there. */
    private static final String PERHAPS = "if there is one";

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String OPERATOR = "operator@anteroom.example";
    private static final String ANNA = "+447400123456";

    /** Pages of one thing: for strangers and patients, for one way to it and another, a form and its parts. */
    private static final Set<Set<String>> ALIKE = Set.of(
            Set.of("STAFF /o/{organisation}/", "STAFF /o/{organisation}"),
            Set.of(
                    "STAFF /o/{organisation}/patients/{id}/online-access/credentials/{kind}/removal",
                    "STAFF /o/{organisation}/settings/authentication/credentials/{account}/{kind}/removal"),
            Set.of("STAFF /o/{organisation}/invoices/new", "STAFF /o/{organisation}/patients/{patient}/invoices/new"),
            Set.of(
                    "STAFF /o/{organisation}/settings/authentication/model",
                    "STAFF /o/{organisation}/settings/authentication/model/preview"),
            Set.of("PORTAL /book/{service}", "PORTAL /appointments/new/{service}"),
            Set.of("PORTAL /book", "PORTAL /appointments/new"),
            Set.of("PORTAL /questionnaires/{reference}", "PORTAL /questionnaires/{reference}/{number:[0-9]{1,4}}"));

    private final String token = UUID.randomUUID().toString();
    private final RunningDemo demo = RunningDemo.shared();
    private final PageRoutes routes = new PageRoutes(demo.application());
    private final Album album = new Album("every-");
    private final Set<String> unreached = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Set<String>> titles = new TreeMap<>();
    private final List<String> flaws = new ArrayList<>();

    @Test
    void everyPageCanBeUsedOnANarrowPhoneWithLargeLettersByKeyboardAndWithoutColoursOrMotion() throws IOException {
        Map<String, String> listed = new HashMap<>();
        Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" - ", 2))
                .forEach(parts -> listed.put(parts[0].strip(), parts.length > 1 ? parts[1] : ""));
        listed.forEach((route, why) -> {
            if (!why.isEmpty() && !why.equals(PERHAPS)) {
                unreached.add(route);
            }
        });
        walk(Host.PLATFORM, "", _ -> {}, "/", "/signup", "/find-my-clinic", "/terms", "/privacy");
        walk(Host.PORTAL, "harbour.", _ -> {}, "/sign-in", "/register", "/book", "/privacy", "/sign-in/link-ended");
        walk(
                Host.PORTAL,
                "harbour.",
                this::signsInAsAnna,
                "/",
                "/profile",
                "/access/log",
                "/records",
                "/for",
                "/unlock");
        walk(
                Host.STAFF,
                "app.",
                staff -> KeycloakDoor.signsIn(staff, OLIVIA, "/o/harbour/patients"),
                "/",
                "/o/harbour/",
                "/organisations",
                "/o/harbour/patients/1",
                "/o/harbour/invoices/to-give-back",
                "/o/harbour/settings/authentication/model/preview",
                "/o/harbour/patients/1/merge/2");
        walk(Host.OPERATORS, "ops.", this::signsInAsOperator, "/", "/tenants", "/work", "/log", "/schemas");

        titles.values().stream()
                .filter(of -> of.size() > 1 && !ALIKE.contains(of))
                .forEach(of -> flaws.add("One title for " + of));
        Set<String> missed = new LinkedHashSet<>(listed.keySet());
        listed.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .forEach(line -> missed.remove(line.getKey()));
        missed.removeAll(seen);
        Files.writeString(
                Path.of("target", "every-page.txt"),
                String.join("\n", flaws) + "\n\nmissed\n" + String.join("\n", missed) + "\n\nseen " + seen.size() + "\n"
                        + String.join("\n", seen));
        assertThat(flaws).isEmpty();
        assertThat(missed).as("listed as found by links").isEmpty();
        assertThat(seen).doesNotContainAnyElementsOf(unreached);
        assertThat(routes.all().stream().map(Object::toString).collect(Collectors.toSet()))
                .isEqualTo(listed.keySet());
    }

    private void walk(Host host, String prefix, Consumer<Person> signsIn, String... starts) {
        try (var person = Person.onAPhone(album)) {
            signsIn.accept(person);
            var page = person.page();
            Deque<String> ahead = new ArrayDeque<>(List.of(starts));
            Set<String> asked = new LinkedHashSet<>();
            while (!ahead.isEmpty()) {
                String path = ahead.poll();
                var route = routes.at(host, path).map(Object::toString).orElse("");
                if (route.isEmpty() || seen.contains(route) || unreached.contains(route) || !asked.add(path)) {
                    continue;
                }
                if (!opens(page, demo.address(prefix, path))) {
                    continue;
                }
                var arrived = routes.at(
                                host,
                                page.url().substring(demo.address(prefix, "").length()))
                        .map(Object::toString)
                        .orElse("");
                if (arrived.equals(route)) {
                    look(route, page);
                }
                ahead.addAll(Inspection.links(page));
            }
        }
    }

    /** Whether it is a page, and not a file, which a browser keeps instead. */
    private static boolean opens(Page page, String address) {
        try {
            page.navigate(address, new NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            return true;
        } catch (PlaywrightException e) {
            var message = String.valueOf(e.getMessage());
            if (message.contains("ERR_ABORTED") || message.contains("Download is starting")) {
                return false;
            }
            throw e;
        }
    }

    private void look(String route, Page page) {
        seen.add(route);
        titles.computeIfAbsent(page.title(), _ -> new HashSet<>()).add(route);
        Inspection.of(page).forEach(flaw -> flaws.add(route + " " + flaw));
    }

    /** With clinical records open, as if a code had just been entered. */
    private void signsInAsAnna(Person patient) {
        var application = demo.application();
        var now = application.getBean(Clock.class).instant();
        CurrentTenant.run(
                demo.tenant("harbour"),
                () -> application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> application
                                .getBean(JdbcClient.class)
                                .sql("""
                                insert into __tenant__.portal_session
                                    (token_hash, account_id, credential_id, device, created_at, expires_at, last_seen_at,
                                     elevated_until)
                                select ?, account_id, id, 'a walk', ?, ?, ?, ? from __tenant__.credential where value = ?""")
                                .params(
                                        sha256(token),
                                        Timestamp.from(now),
                                        Timestamp.from(now.plusSeconds(3_600)),
                                        Timestamp.from(now),
                                        Timestamp.from(now.plusSeconds(1_800)),
                                        ANNA)
                                .update()));
        patient.page()
                .context()
                .addCookies(
                        List.of(new Cookie("anteroom-portal-session", token).setUrl(demo.address("harbour.", "/"))));
    }

    private void signsInAsOperator(Person operator) {
        KeycloakDoor.signsInTo("ops.", operator, OPERATOR, "/tenants");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
