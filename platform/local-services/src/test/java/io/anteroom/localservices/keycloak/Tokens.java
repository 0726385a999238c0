package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Access tokens of service accounts in the shared Keycloak. */
final class Tokens {

    private static final KeycloakProcess KEYCLOAK = KeycloakProcess.shared();

    private Tokens() {}

    static String platform() throws IOException, InterruptedException {
        return of(RealmSetup.PLATFORM_CLIENT, KEYCLOAK.realm().secret(RealmSetup.PLATFORM_CLIENT));
    }

    /** Of a new service account without any right. */
    static String stranger(String client) throws IOException, InterruptedException {
        new AdminApi(KEYCLOAK.address(), KEYCLOAK.setupSecret())
                .post(
                        "/clients",
                        Map.of(
                                "clientId",
                                client,
                                "secret",
                                "s3cret",
                                "serviceAccountsEnabled",
                                true,
                                "enabled",
                                true));
        return of(client, "s3cret");
    }

    static String of(String client, String secret) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
        var request = HttpRequest.newBuilder(URI.create(KEYCLOAK.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString()).body();
            return AdminApi.JSON.readTree(answer).get("access_token").asString();
        }
    }
}
