package io.anteroom.demo.story;

import io.anteroom.demo.RunningDemo;

/** Keycloak's pages, by which staff come to theirs. */
final class KeycloakDoor {

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

    private static void signsIn(String prefix, Person staff, String email, String password, String path) {
        staff.goesTo(prefix, path);
        staff.reads("Sign in");
        staff.types(email, "Email");
        staff.presses("Sign in");
        staff.types(password, "Password");
        staff.presses("Sign in");
        staff.page().waitForURL(url -> url.startsWith(RunningDemo.shared().address(prefix, path)));
    }
}
