package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody signed in, as Spring Security knows it. It has no authorities: what may be seen is the chart's to say. */
final class PortalAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient VisibleChart chart;

    PortalAuthentication(VisibleChart chart) {
        super(List.of());
        this.chart = chart;
        setAuthenticated(true);
    }

    /** What may be seen. */
    VisibleChart chart() {
        return chart;
    }

    @Override
    public Viewer getPrincipal() {
        return chart.viewer();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return chart.viewer().account().toString();
    }
}
