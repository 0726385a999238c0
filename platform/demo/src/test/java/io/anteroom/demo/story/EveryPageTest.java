package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.demo.browser.Inspection;
import io.anteroom.webkit.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every page there is, by the application's own routes: somebody of each kind follows all links from where they arrive, and
 * looks at one page of each route. {@code pages.txt} says of each route that it is found so, which story looks at it, or why
 * it is no page; {@link StoryPages} holds the stories to that. A new route that is neither found nor listed fails here, and
 * in the server's tests at once.
 */
class EveryPageTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String OPERATOR = "operator@anteroom.example";
    private static final String ANNA = "+447400123456";

    private static final List<String> FOR_ANNA = List.of(
            "/",
            "/profile",
            "/access/log",
            "/records",
            "/records/kinds/note",
            "/unlock",
            "/passkeys",
            "/password",
            "/recovery-codes",
            "/book/result",
            "/payment-methods/return?setup=00000000-0000-4000-8000-000000000000",
            "/payments/return?payment=00000000-0000-4000-8000-000000000000");

    /** Pages whose status says what they say, that something is over. */
    private static final Set<String> SAYS_NO =
            Set.of("PORTAL /sign-in/link-ended", "PORTAL /sign-in/address-taken", "PORTAL /preview/ended");

    /** Pages of one thing: on two hosts, for strangers and patients, for one way to it and another, a form and its parts. */
    private static final Set<Set<String>> ALIKE = Set.of(
            Set.of("STAFF /o/{organisation}/", "STAFF /o/{organisation}"),
            Set.of(
                    "STAFF /o/{organisation}/patients/{id}/online-access/credentials/{kind}/removal",
                    "STAFF /o/{organisation}/settings/authentication/credentials/{account}/{kind}/removal"),
            Set.of("STAFF /o/{organisation}/invoices/new", "STAFF /o/{organisation}/patients/{patient}/invoices/new"),
            Set.of(
                    "STAFF /o/{organisation}/settings/authentication/model",
                    "STAFF /o/{organisation}/settings/authentication/model/preview"),
            Set.of("PLATFORM /signup/sent", "PLATFORM /welcome/sent"),
            Set.of("STAFF /signed-out", "OPERATORS /signed-out"),
            Set.of("PORTAL /book/{service}", "PORTAL /appointments/new/{service}"),
            Set.of("PORTAL /book", "PORTAL /appointments/new"),
            Set.of("PORTAL /questionnaires/{reference}", "PORTAL /questionnaires/{reference}/{number:[0-9]{1,4}}"));

    private final RunningDemo demo = RunningDemo.shared();
    private final PageRoutes routes = PageRoutes.shared();
    private final PageList list = PageList.read();
    private final Set<String> walked = list.walked();
    private final Map<String, NoPage> noPages = new HashMap<>(list.noPages());
    private final Album album = new Album("every-");
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Set<String>> titles = new TreeMap<>();
    private final List<String> flaws = new ArrayList<>();

    @Test
    void everyPageCanBeUsedOnANarrowPhoneWithLargeLettersByKeyboardAndWithoutColoursOrMotion() throws IOException {
        try (var ground = WalkedGround.laid()) {
            walk(
                    Host.PLATFORM,
                    "",
                    _ -> {},
                    List.of("/", "/signup", "/signup/sent", "/welcome/sent", "/find-my-clinic", "/terms", "/privacy"));
            walk(Host.PORTAL, "harbour.", _ -> {}, ground.forStrangers());
            walk(Host.PORTAL, "harbour.", patient -> signsIn(patient, ANNA), FOR_ANNA);
            walk(Host.PORTAL, "harbour.", patient -> signsIn(patient, ground.address()), ground.forThePatient());
            walk(
                    Host.STAFF,
                    "app.",
                    staff -> {
                        KeycloakDoor.signsIn(staff, OLIVIA, "/o/harbour/patients");
                        previews(staff);
                    },
                    ground.forStaff());
            walk(Host.OPERATORS, "ops.", this::signsInAsOperator, ground.forOperators());
        }
        titles.values().stream()
                .filter(of -> of.size() > 1 && !ALIKE.contains(of))
                .forEach(of -> flaws.add("One title for " + of));
        Set<String> missed = new TreeSet<>(walked);
        missed.removeAll(seen);
        Files.writeString(
                Path.of("target", "every-page.txt"),
                String.join("\n", flaws) + "\n\nmissed\n" + String.join("\n", missed) + "\n\nno pages, not asked for\n"
                        + String.join("\n", noPages.keySet()) + "\n\nseen " + seen.size() + "\n"
                        + String.join("\n", seen));
        assertThat(flaws).isEmpty();
        assertThat(missed).as("listed as found by links").isEmpty();
        assertThat(routes.all().stream().map(Object::toString).collect(Collectors.toSet()))
                .isEqualTo(list.how().keySet());
    }

    @Test
    void theStoriesOfTheListAreThere() {
        assertThat(list.stories())
                .allSatisfy(story -> assertThat(
                                Path.of("src", "test", "java", "io", "anteroom", "demo", "story", story + ".java"))
                        .exists());
    }

    private void walk(Host host, String prefix, Consumer<Person> signsIn, List<String> starts) {
        try (var person = Person.onAPhone(album)) {
            signsIn.accept(person);
            var page = person.page();
            Deque<String> ahead = new ArrayDeque<>(starts);
            Set<String> asked = new LinkedHashSet<>();
            while (!ahead.isEmpty()) {
                String path = ahead.poll();
                var route = routes.at(host, path).map(Object::toString).orElse("");
                asksForNoPage(route, page, demo.address(prefix, path));
                if (!walked.contains(route) || seen.contains(route) || !asked.add(path)) {
                    continue;
                }
                var answer = page.navigate(demo.address(prefix, path));
                var arrived = routes.at(
                                host,
                                page.url().substring(demo.address(prefix, "").length()))
                        .map(Object::toString)
                        .orElse("");
                if (arrived.equals(route)) {
                    look(route, page);
                    if (!SAYS_NO.contains(route) && (answer == null || !answer.ok())) {
                        flaws.add(route + " is refused at " + page.url());
                    }
                }
                ahead.addAll(Inspection.links(page));
            }
        }
    }

    /** Once for each route. */
    private void asksForNoPage(String route, Page page, String address) {
        var noPage = noPages.remove(route);
        if (noPage != null) {
            noPage.flaws(page, address).forEach(flaw -> flaws.add(route + " " + flaw));
        }
    }

    private void look(String route, Page page) {
        seen.add(route);
        titles.computeIfAbsent(page.title(), _ -> new HashSet<>()).add(route);
        Inspection.of(page).forEach(flaw -> flaws.add(route + " " + flaw));
    }

    /** The portal as somebody else sees it: the banner stays in sight as far as the page is scrolled. */
    private void previews(Person staff) {
        staff.goesTo("app.", "/o/harbour/patients/1/online-access/preview");
        staff.presses("Make the preview");
        staff.reads("The preview is ready");
        var page = staff.page();
        Inspection.of(page).forEach(flaw -> flaws.add("The preview is ready " + flaw));
        var arrival = page.navigate(page.locator("a[href*='/preview/']").getAttribute("href"));
        assertThat(Objects.requireNonNull(arrival).request().redirectedFrom()).isNotNull();
        noPages.remove("PORTAL /preview/{token:[A-Za-z0-9_-]{43}}");
        for (String path : List.of("/", "/invoices")) {
            staff.goesTo("harbour.", path);
            staff.looks("preview" + path.replace('/', '-'));
            Inspection.of(page).forEach(flaw -> flaws.add("Preview of " + path + " " + flaw));
        }
        page.setViewportSize(1280, 500);
        page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })");
        PlaywrightAssertions.assertThat(page.locator("#previewing")).isInViewport();
        staff.presses("End preview");
        staff.goesTo("app.", "/o/harbour/patients");
        flaws.addAll(album.flaws());
    }

    /** With clinical records open, as if a code had just been entered. */
    private void signsIn(Person patient, String address) {
        patient.page()
                .context()
                .addCookies(List.of(new Cookie("anteroom-portal-session", WalkedGround.session(address))
                        .setUrl(demo.address("harbour.", "/"))));
    }

    private void signsInAsOperator(Person operator) {
        KeycloakDoor.signsInTo("ops.", operator, OPERATOR, "/tenants");
    }
}
