package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.webkit.host.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Whatever is sent to whichever route, the fault is never said to be ours, nothing of the code is shown, and nothing sent
 * comes back as markup or as a header.
 */
@WholeApplication
class ClientMistakesTest {

    private final List<String> wrong = new ArrayList<>();

    private Visitors visitors;

    @BeforeEach
    void openBoth(@Autowired ApplicationContext application) {
        visitors = new Visitors(application);
        visitors.clinics().open();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "STAFF", "PORTAL", "OPERATORS"})
    void anIdThatIsNoneIsAPageThatDoesNotExist(Host host) {
        for (Route route : visitors.routes(host)) {
            for (String path : route.paths("north", Mistakes.IDS)) {
                note(route + " as " + path, visitors.member(host).call(route.method(), path));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "STAFF", "PORTAL", "OPERATORS"})
    void noParameterIsTakenForAFaultOfOurs(Host host) {
        for (Route route : visitors.routes(host)) {
            Set<String> names = visitors.parameters(route);
            for (String value : Mistakes.VALUES) {
                for (String path : route.paths("north", List.of("1"))) {
                    note(
                            route + " with " + names + "=" + start(value),
                            visitors.member(host)
                                    .call(
                                            route.method(),
                                            path,
                                            request -> names.forEach(name -> request.param(name, value))));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Of the values each field gets every third, and the next field the next: with all the test would take minutes. */
    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "STAFF", "PORTAL"})
    void noFieldOfAnyFormIsTakenForAFaultOfOurs(Host host) {
        Set<Mistakes.Form> forms = forms(host);
        assertThat(forms).isNotEmpty();
        int turn = 0;
        for (Mistakes.Form form : forms) {
            for (String field : form.fields().keySet()) {
                for (String value : Mistakes.everyThird(turn++)) {
                    note(
                            form.action() + " with " + field + "=" + start(value),
                            visitors.member(host).call("POST", form.action(), with(form.with(field, value))));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "STAFF", "PORTAL", "OPERATORS"})
    void aWrongMethodIsRefusedOnEveryRoute(Host host) {
        for (Route route : visitors.routes(host)) {
            String path = route.paths("north", List.of("1")).getFirst();
            for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
                note(
                        method + " " + path,
                        visitors.member(host)
                                .call(
                                        method,
                                        path,
                                        request -> request.header("Origin", "https://evil.example")
                                                .header("Access-Control-Request-Method", "POST")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What reads a path as it came, and what decodes it, would see two addresses. */
    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "STAFF", "PORTAL", "OPERATORS"})
    void anAddressInDisguiseDoesNotExist(Host host) {
        for (Route route : visitors.routes(host)) {
            String path = route.paths("north", List.of("1")).getFirst();
            if (path.length() > 1) {
                for (String disguised : List.of(
                        "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                        path + ";a=b",
                        path + "%2e",
                        "/x/.." + path,
                        "/" + path,
                        path + "%00")) {
                    Answer answer = visitors.member(host).call(route.method(), disguised);
                    note(disguised, answer);
                    if (answer.status() != 404 && answer.status() != 400) {
                        wrong.add(disguised + " -> " + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "STAFF", "PORTAL"})
    void noFormIsTakenFromAnotherSite(Host host) {
        List<String> taken = new ArrayList<>();
        for (Route route : visitors.routes(host)) {
            if (route.method().equals("POST")) {
                String path = route.paths("north", List.of("1")).getFirst();
                Answer answer = visitors.member(host).forged("POST", path, request -> {});
                boolean shownAgain =
                        answer.status() == 303 && path.matches("/(sign-in|link|register|book|form|pay)(/.*)?");
                if (answer.status() != 403 && !shownAgain) {
                    taken.add(route + " -> " + answer.status());
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    /** All forms that the pages of {@code host} show. */
    private Set<Mistakes.Form> forms(Host host) {
        Set<Mistakes.Form> forms = new LinkedHashSet<>();
        for (Route route : visitors.routes(host)) {
            if (route.method().equals("GET")) {
                route.paths("north", List.of("1", "2"))
                        .forEach(path -> Mistakes.forms(
                                        visitors.member(host).call("GET", path).body())
                                .forEach(forms::add));
            }
        }
        return forms;
    }

    private void note(String what, Answer answer) {
        if (answer.status() >= 500 && answer.status() != 503) {
            wrong.add(what + " -> " + answer.status());
        }
        String all = answer.all();
        if (answer.status() == 200 && !all.contains("cache-control: [no-store]") && !all.contains("immutable")) {
            wrong.add(what + " may be kept by a browser");
        }
        Stream.of(
                        Mistakes.SCRIPT,
                        "x-evil: [",
                        "access-control-allow",
                        "exception",
                        "java.lang",
                        "sqlstate",
                        "at io.anteroom",
                        "{{49",
                        "$49")
                .filter(all::contains)
                .forEach(mark -> wrong.add(what + " shows " + mark));
    }

    private static Consumer<MockHttpServletRequestBuilder> with(Map<String, String> fields) {
        return request -> new LinkedHashMap<>(fields).forEach(request::param);
    }

    private static String start(String value) {
        return value.substring(0, Math.min(20, value.length())).replace("\u0000", "NUL");
    }
}
