package io.anteroom.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** The links under which a first password is set. A link is made here and answered by {@link FirstPasswordHandler}. */
public class PasswordLinks {

    /** Ten minutes: the browser is sent to the link at once, and then a person thinks of a password. */
    private static final int LIFESPAN_SECONDS = 600;

    private final KeycloakSession session;

    PasswordLinks(KeycloakSession session) {
        this.session = session;
    }

    /**
     * What the platform asks for.
     *
     * @param userId Keycloak's id of the user
     * @param clientId the client whose users land at the redirect
     * @param redirectUri where to go once the password stands; one of the client's own
     */
    public record Request(
            @Nullable String userId,
            @Nullable String clientId,
            @Nullable String redirectUri) {}

    /**
     * Makes a link. 201 with {@code {"link": "..."}}; 401 without a good token, 403 without the role
     * {@code manage-users}, 404 for an unknown user, 409 for one who is disabled or has a password, 400 for a client or
     * redirect that is not known.
     */
    @POST
    @Path("password-links")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(Request request) {
        var realm = session.getContext().getRealm();
        var caller = new BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw new NotAuthorizedException("Bearer");
        }
        var rights = AdminPermissions.evaluator(
                session, realm, new AdminAuth(realm, caller.token(), caller.user(), caller.client()));
        rights.users().requireManage();
        var user = request.userId() == null ? null : session.users().getUserById(realm, request.userId());
        if (user == null) {
            return refused(Status.NOT_FOUND, "unknown_user");
        }
        if (!user.isEnabled() || FirstPasswordHandler.hasPassword(user)) {
            return refused(Status.CONFLICT, user.isEnabled() ? "has_password" : "disabled");
        }
        var client = request.clientId() == null ? null : realm.getClientByClientId(request.clientId());
        var redirect = client == null ? null : RedirectUtils.verifyRedirectUri(session, request.redirectUri(), client);
        if (client == null || redirect == null) {
            return refused(Status.BAD_REQUEST, "unknown_redirect");
        }
        return Response.status(Status.CREATED)
                .entity(Map.of("link", link(user, client.getClientId(), redirect)))
                .build();
    }

    private String link(UserModel user, String clientId, String redirect) {
        var context = session.getContext();
        var token = new FirstPasswordToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeSeconds()) + LIFESPAN_SECONDS,
                clientId,
                redirect);
        return LoginActionsService.actionTokenProcessor(context.getUri())
                .queryParam("key", token.serialize(session, context.getRealm(), context.getUri()))
                .build(context.getRealm().getName())
                .toString();
    }

    private static Response refused(Status status, String error) {
        return Response.status(status).entity(Map.of("error", error)).build();
    }
}
