package io.anteroom.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.DefaultActionToken;

/** The signed content of a link to set a first password: for whom, in front of which client, and where to go then. */
@SuppressWarnings("NullAway.Init") // Keycloak's JSON reader fills it
class FirstPasswordToken extends DefaultActionToken {

    static final String TYPE = "anteroom-first-password";

    @JsonProperty("reduri")
    private String redirectUri;

    /** For Keycloak's JSON reader. */
    FirstPasswordToken() {}

    FirstPasswordToken(
            String userId, @Nullable String email, int expiresAtSecond, String clientId, String redirectUri) {
        super(userId, TYPE, expiresAtSecond, null);
        setEmail(email);
        this.issuedFor = clientId;
        this.redirectUri = redirectUri;
    }

    String redirectUri() {
        return redirectUri;
    }
}
