package io.anteroom.webkit.keycloak;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * What OpenID Connect needs: the ID token is all we take. Keycloak's addresses follow from the issuer's, so nothing is
 * fetched when the application starts, and Keycloak may then be away.
 */
final class KeycloakLogin {

    private static final String REGISTRATION = "keycloak";

    /** Shorter than a sign-in may wait: somebody stands before a page meanwhile. */
    private static final Duration FOR_A_LOOK = Duration.ofSeconds(2);

    private static final long NO_IS_BELIEVED = TimeUnit.SECONDS.toNanos(5);

    /** Sends a browser to Keycloak. */
    static final String START = "/oauth2/authorization/" + REGISTRATION;

    /** Where Keycloak sends it back to. */
    static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

    private final KeycloakClient client;
    private final ClientHttpRequestFactory requests;
    private final ClientHttpRequestFactory health;
    private final AtomicLong silentSince = new AtomicLong(System.nanoTime() - NO_IS_BELIEVED);
    private final KeycloakSignInMetrics metrics;

    KeycloakLogin(KeycloakClient client, KeycloakSignInMetrics metrics) {
        this.client = client;
        this.metrics = metrics;
        this.requests = requests(client.timeout());
        this.health = requests(client.timeout().compareTo(FOR_A_LOOK) < 0 ? client.timeout() : FOR_A_LOOK);
    }

    private static ClientHttpRequestFactory requests(Duration timeout) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        factory.setReadTimeout(timeout);
        return factory;
    }

    /**
     * Whether Keycloak answers, so that a browser may be sent there. Asked anew each time, except that a no is believed for
     * a few seconds, or every page would wait for a server that says nothing.
     */
    boolean answers() {
        if (System.nanoTime() - silentSince.get() < NO_IS_BELIEVED) {
            return false;
        }
        try (var answer = health.createRequest(client.issuer(), HttpMethod.GET).execute()) {
            return answer.getStatusCode().is2xxSuccessful() || silent();
        } catch (IOException away) {
            return silent();
        }
    }

    private boolean silent() {
        silentSince.set(System.nanoTime());
        return false;
    }

    boolean isFor(ClientRegistration registration) {
        return registration.getClientId().equals(client.clientId());
    }

    InMemoryClientRegistrationRepository registrations(String callback, List<String> scopes) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(client.clientId())
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(callback)
                .scope(scopes)
                .issuerUri(client.issuer().toString())
                .authorizationUri(protocol("/auth"))
                .tokenUri(protocol("/token"))
                .jwkSetUri(protocol("/certs"))
                .providerConfigurationMetadata(Map.of("end_session_endpoint", protocol("/logout")))
                .userNameAttributeName("sub")
                .build());
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(metrics.calls("token"))
                .configureMessageConverters(converters ->
                        converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    JwtDecoder idTokens(ClientRegistration registration) {
        var keys = new RestTemplate(requests);
        keys.getInterceptors().add(metrics.calls("keys"));
        var decoder = NimbusJwtDecoder.withJwkSetUri(protocol("/certs"))
                .restOperations(keys)
                .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration))));
        return decoder;
    }

    OidcUserService users(Function<OidcIdToken, OidcUser> person) {
        var users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        users.setOidcUserConverter(
                source -> person.apply(source.getUserRequest().getIdToken()));
        return users;
    }

    private String protocol(String endpoint) {
        return client.issuer() + "/protocol/openid-connect" + endpoint;
    }
}
