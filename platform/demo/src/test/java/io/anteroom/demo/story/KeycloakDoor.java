package io.anteroom.demo.story;

import com.microsoft.playwright.options.Cookie;
import io.anteroom.demo.RunningDemo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak's pages, by which staff come to theirs. Whoever came through them in one story is still signed in in the next, for as
 * long as that lasts: {@link WholeWayTest} looks at these pages, and the others only want to be on the other side.
 */
final class KeycloakDoor {

    private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();

    private KeycloakDoor() {}

    /** Opens a page of the staff's as one of the demo's people, whom Keycloak asks first. */
    static void signsIn(Person staff, String email, String path) {
        signsIn(staff, email, RunningDemo.shared().password(email), path);
    }

    /** Opens a page on the host of this prefix, as {@code ops.}, as one of the demo's people. */
    static void signsInTo(String prefix, Person somebody, String email, String path) {
        signsIn(prefix, somebody, email, RunningDemo.shared().password(email), path);
    }

    /** The same as anybody. */
    static void signsIn(Person staff, String email, String password, String path) {
        signsIn("app.", staff, email, password, path);
    }

    private static void signsIn(String prefix, Person somebody, String email, String password, String path) {
        var demo = RunningDemo.shared();
        var window = somebody.page().context();
        window.addCookies(SIGNED_IN.getOrDefault(prefix + email, List.of()));
        somebody.goesTo(prefix, path);
        if (!somebody.page().url().startsWith(demo.address(prefix, path))) {
            somebody.reads("Sign in");
            somebody.types(email, "Email");
            somebody.presses("Sign in");
            somebody.types(password, "Password");
            somebody.presses("Sign in");
            somebody.page().waitForURL(url -> url.startsWith(demo.address(prefix, path)));
        }
        SIGNED_IN.put(prefix + email, window.cookies(demo.address(prefix, "/")));
    }
}
