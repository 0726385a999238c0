package io.anteroom.tenantadmin.signin;

import io.anteroom.webkit.keycloak.KeycloakSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks Keycloak again, by way of the browser, who somebody is and where they belong. The person sees nothing of it, as
 * long as Keycloak knows them. It happens when a page is opened and what we know is old, or is ten seconds old and does not
 * name the organisation asked for, which may just have been signed up; sooner, it would ask for ever about an organisation
 * that is not theirs. Forms that are sent are never sent away, and nobody while Keycloak is.
 */
final class Freshness {

    private static final Duration FOR_NEW_ORGANISATIONS = Duration.ofSeconds(10);

    private final Duration membershipAge;
    private final KeycloakSignIn keycloak;
    private final Clock clock;

    Freshness(Duration membershipAge, KeycloakSignIn keycloak, Clock clock) {
        this.membershipAge = membershipAge;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    /** Whether the request was answered with the way to Keycloak, which leads back here. */
    boolean asksAgain(SignedInStaff person, boolean belongs, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Duration age = Duration.between(person.saidAt(), clock.instant());
        if (!KeycloakSignIn.isPage(request) || age.compareTo(belongs ? membershipAge : FOR_NEW_ORGANISATIONS) < 0) {
            return false;
        }
        return keycloak.askAgain(request, response);
    }
}
