package io.anteroom.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a link to set a first password does: it shows Keycloak's own page for a new password, signs the person in, and
 * sends them on. The link is used up once the password stands, not when it is opened, so that mail scanners and a reload
 * do no harm.
 */
public class FirstPasswordHandler extends AbstractActionTokenHandler<FirstPasswordToken> {

    /** Called by Keycloak. */
    public FirstPasswordHandler() {
        super(
                FirstPasswordToken.TYPE,
                FirstPasswordToken.class,
                Messages.EXPIRED_ACTION,
                EventType.EXECUTE_ACTIONS,
                Errors.NOT_ALLOWED);
    }

    static boolean hasPassword(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type, as Keycloak's interface wants it
    public Predicate<? super FirstPasswordToken>[] getVerifiers(ActionTokenContext<FirstPasswordToken> context) {
        Predicate<FirstPasswordToken> firstPassword = TokenUtils.checkThat(
                token -> !hasPassword(context.getAuthenticationSession().getAuthenticatedUser()),
                Errors.NOT_ALLOWED,
                Messages.EXPIRED_ACTION);
        return new Predicate[] {verifyEmail(context), firstPassword};
    }

    /**
     * Asks for no code at the end (response type {@code none}): the application at the redirect starts its own sign-in,
     * with its own state and PKCE challenge, and Keycloak's fresh session answers that at once.
     */
    @Override
    public AuthenticationSessionModel startFreshAuthenticationSession(
            FirstPasswordToken token, ActionTokenContext<FirstPasswordToken> context) {
        signOutWhoeverUsedThisBrowser(context);
        var session = context.createAuthenticationSessionForClient(token.getIssuedFor());
        var redirect = RedirectUtils.verifyRedirectUri(context.getSession(), token.redirectUri(), session.getClient());
        if (redirect != null) {
            session.setRedirectUri(redirect);
            session.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, redirect);
        }
        session.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
        return session;
    }

    private static void signOutWhoeverUsedThisBrowser(ActionTokenContext<FirstPasswordToken> context) {
        var signedIn = AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (signedIn != null) {
            AuthenticationManager.backchannelLogout(context.getSession(), signedIn.session(), true);
            AuthenticationManager.expireIdentityCookie(context.getSession());
        }
    }

    @Override
    public Response handleToken(FirstPasswordToken token, ActionTokenContext<FirstPasswordToken> context) {
        var session = context.getAuthenticationSession();
        session.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        // Whoever holds this link has it from a mail to that address.
        session.getAuthenticatedUser().setEmailVerified(true);
        var next = AuthenticationManager.nextRequiredAction(
                context.getSession(), session, context.getRequest(), context.getEvent());
        return AuthenticationManager.redirectToRequiredActions(
                context.getSession(), context.getRealm(), session, context.getUriInfo(), next);
    }

    @Override
    public boolean canUseTokenRepeatedly(FirstPasswordToken token, ActionTokenContext<FirstPasswordToken> context) {
        return false;
    }
}
