package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.localservices.keycloak.SignInBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Somebody with a browser at one of the application's hosts. */
final class Guest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final String TO_KEYCLOAK = "/oauth2/authorization/keycloak";
    static final Pattern WELCOME = Pattern.compile("/welcome/[\\w-]+");
    private static final Map<String, Guest> SIGNED_IN = new ConcurrentHashMap<>();
    private static final Pattern CONFIRMATION = Pattern.compile("/signup/confirm/[\\w-]+");

    private final RunningDemo demo;
    private final SignInBrowser browser;
    private long before;

    private Guest(RunningDemo demo, String host) {
        this(demo, host, demo.port());
    }

    private Guest(RunningDemo demo, String host, int port) {
        this.demo = demo;
        this.browser = new SignInBrowser(host, port);
    }

    /** At the base host. */
    static Guest atTheFrontPage(RunningDemo demo) {
        return new Guest(demo, "localhost");
    }

    /** At a clinic's portal. */
    static Guest at(RunningDemo demo, String clinic) {
        return new Guest(demo, clinic + ".localhost");
    }

    /** At a clinic's portal, as the process on another port shows it. */
    static Guest atAnotherProcess(RunningDemo demo, String clinic, int port) {
        return new Guest(demo, clinic + ".localhost", port);
    }

    /** Signed in at a clinic's portal with a code, once for all tests. */
    static Guest patient(RunningDemo demo, String clinic, String email) {
        return SIGNED_IN.computeIfAbsent(clinic + " " + email, _ -> signedInAnew(demo, clinic, email));
    }

    /** The same with a session of its own. */
    static Guest signedInAnew(RunningDemo demo, String clinic, String email) {
        demo.forgetSentCodes();
        Guest patient = at(demo, clinic);
        patient.asksForACode(email);
        patient.entersTheCode(email);
        return patient;
    }

    /** Signed in at the staff's host through Keycloak, once for all tests. */
    static Guest staff(RunningDemo demo, String email) {
        return SIGNED_IN.computeIfAbsent(email, _ -> throughKeycloak(demo, "app.localhost", "/organisations", email));
    }

    /** Signed in at the operators' host through Keycloak, once for all tests. */
    static Guest operator(RunningDemo demo) {
        return SIGNED_IN.computeIfAbsent(
                "operator", _ -> throughKeycloak(demo, "ops.localhost", "/", "operator@anteroom.example"));
    }

    private static Guest throughKeycloak(RunningDemo demo, String host, String path, String email) {
        Guest guest = new Guest(demo, host);
        // That Keycloak is away is believed for some seconds after it is back.
        eventually(() -> guest.opens(TO_KEYCLOAK).status() / 100 == 3);
        assertThat(guest.talk(() -> guest.browser.signIn(path, email, demo.password(email)))
                        .status())
                .isEqualTo(200);
        return guest;
    }

    /** Without a session at the staff's host. */
    static Guest atTheStaffDoor(RunningDemo demo) {
        return new Guest(demo, "app.localhost");
    }

    /** Waits until the portals of both clinics are there again, which have connections apart. */
    static void portalsAnswer(RunningDemo demo) {
        for (String clinic : new String[] {"harbour", "sakura"}) {
            Guest visitor = at(demo, clinic);
            eventually(() -> visitor.opens("/sign-in").status() == 200);
        }
    }

    /** Fills in and sends the form of sign-up. */
    Answer signsUp(Answer form, String slug) {
        return sends(
                form,
                "/signup",
                "page",
                form.hidden("page"),
                "opened",
                form.hidden("opened"),
                "organisationName",
                "Clinic " + slug,
                "slug",
                slug,
                "country",
                "GB",
                "ownerName",
                "Mary Miller",
                "email",
                slug + "@owners.example",
                "terms",
                "true");
    }

    /** Confirms a sign-up by the link in its mail, and gives the path of the page that shows how far it is. */
    String confirms(String slug) {
        String link = mailTo(slug + "@owners.example", CONFIRMATION);
        return sends(opens(link), link).path();
    }

    private long newestMessage() {
        return demo.mailbox().messages().stream()
                .mapToLong(message -> Long.parseLong(message.id()))
                .max()
                .orElse(0);
    }

    /** What {@code wanted} finds in the newest mail to that address that has it, waited for. */
    String mailTo(String email, Pattern wanted) {
        return mailSince(0, email, wanted);
    }

    private String mailSince(long since, String email, Pattern wanted) {
        try {
            var mail = demo.mailbox()
                    .await(
                            email,
                            message -> Long.parseLong(message.id()) > since
                                    && wanted.matcher(message.text()).find());
            var found = wanted.matcher(mail.text());
            assertThat(found.find()).isTrue();
            return found.group();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Without a session at the operators' host. */
    static Guest atTheOperatorsDoor(RunningDemo demo) {
        return new Guest(demo, "ops.localhost");
    }

    void asksForACode(String email) {
        before = newestMessage();
        Answer asked = sends(opens("/sign-in"), "/sign-in", "address", email);
        assertThat(asked.path()).as(asked.body()).isEqualTo("/sign-in/code");
    }

    void entersTheCode(String email) {
        Answer entered = sends(opens("/sign-in/code"), "/sign-in/code", "code", codeSentTo(email));
        assertThat(entered.status()).as(entered.body()).isEqualTo(303);
    }

    /** The code in the mail to that address that came since it was asked for, waited for. */
    String codeSentTo(String email) {
        return mailSince(before, email, CODE);
    }

    Answer opens(String path) {
        return talk(() -> browser.get(path));
    }

    /** What is there, if anything answers at all. */
    Optional<Answer> finds(String path) {
        try {
            return Optional.of(opens(path));
        } catch (UncheckedIOException nobodyThere) {
            return Optional.empty();
        }
    }

    /** Follows redirects of the application. */
    Answer arrivesAt(String path) {
        return talk(() -> browser.follow(browser.get(path)));
    }

    /** Sends a form with the token of {@code page}; names and values by turns. */
    Answer sends(Answer page, String path, String... fields) {
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        var form = new StringBuilder("_csrf=" + encoded(token.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return talk(() -> browser.post(path, form.toString()));
    }

    /** Presses the button of the only form on a page, which sends what the page holds. */
    Answer sendsAgain(Answer page) {
        before = newestMessage();
        SentForm form = SentForm.on(page.body());
        return talk(() -> browser.post(form.action(), form.encoded()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Talk {
        HttpResponse<String> go() throws IOException, InterruptedException;
    }

    private Answer talk(Talk talk) {
        try {
            return Answer.of(talk.go());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
