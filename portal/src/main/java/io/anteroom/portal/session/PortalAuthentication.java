package io.anteroom.portal.session;

import io.anteroom.clinic.access.Viewer;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody signed in, as Spring Security knows it. It has no authorities: what may be seen is the chart's to say. */
final class PortalAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;

    PortalAuthentication(Viewer viewer) {
        super(List.of());
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return viewer.account().toString();
    }
}
