package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's administration over HTTP, as the set-up client that may do everything. */
final class AdminApi {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI keycloak;
    private final String secret;

    AdminApi(URI keycloak, String secret) {
        this.keycloak = keycloak;
        this.secret = secret;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, null).body());
    }

    void put(String path, @Nullable Object body) throws IOException, InterruptedException {
        send("PUT", path, body);
    }

    /** The id of what was made, from the answer's location; empty where nothing was. */
    String post(String path, @Nullable Object body) throws IOException, InterruptedException {
        var location = send("POST", path, body).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = request("/admin/realms/" + RealmSetup.REALM + path, method, content)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .build();
        return checked(request);
    }

    /** A token lives for a minute only, and set-up calls are few. */
    private String token() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + ServerProcess.SETUP_CLIENT + "&client_secret=" + secret;
        var request = request("/realms/master/protocol/openid-connect/token", "POST", BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return JSON.readTree(checked(request).body()).get("access_token").asString();
    }

    private HttpRequest.Builder request(String path, String method, BodyPublisher body) {
        return HttpRequest.newBuilder(keycloak.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
    }

    private HttpResponse<String> checked(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        return response;
    }
}
