package io.anteroom.tenantadmin.signin;

import io.anteroom.webkit.host.Links;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The OpenID Connect side of signing in: code flow with PKCE, and the ID token is all we take. Keycloak's addresses follow
 * from the issuer's, so nothing is fetched when the application starts, and Keycloak may then be away.
 */
final class KeycloakLogin {

    static final String REGISTRATION = "keycloak";

    /** Sends a browser to Keycloak. */
    static final String START = "/oauth2/authorization/" + REGISTRATION;

    private static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

    private final StaffSettings settings;
    private final Links links;
    private final Clock clock;
    private final ClientHttpRequestFactory requests;

    KeycloakLogin(StaffSettings settings, Links links, Clock clock) {
        this.settings = settings;
        this.links = links;
        this.clock = clock;
        this.requests = requests(settings.timeout());
    }

    private static ClientHttpRequestFactory requests(Duration timeout) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        factory.setReadTimeout(timeout);
        return factory;
    }

    InMemoryClientRegistrationRepository registrations() {
        var protocol = settings.issuer() + "/protocol/openid-connect";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(links.staff(CALLBACK))
                .scope("openid", "organization:*")
                .issuerUri(settings.issuer().toString())
                .authorizationUri(protocol + "/auth")
                .tokenUri(protocol + "/token")
                .jwkSetUri(protocol + "/certs")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", protocol + "/logout"))
                .userNameAttributeName("sub")
                .build());
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters ->
                        converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    JwtDecoderFactory<ClientRegistration> idTokens() {
        var decoder = NimbusJwtDecoder.withJwkSetUri(settings.issuer() + "/protocol/openid-connect/certs")
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return registration -> validating(decoder, registration);
    }

    private static JwtDecoder validating(NimbusJwtDecoder decoder, ClientRegistration registration) {
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration))));
        return decoder;
    }

    OidcUserService users() {
        var users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        users.setOidcUserConverter(
                source -> new SignedInStaff(source.getUserRequest().getIdToken(), clock.instant()));
        return users;
    }
}
