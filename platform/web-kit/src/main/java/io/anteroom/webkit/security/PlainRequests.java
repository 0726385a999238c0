package io.anteroom.webkit.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall, and two things more. No address of ours has an encoded character, so that a path means the
 * same to a filter, which reads it as it came, and to a mapping, which decodes it. No text has a NUL in it, which
 * PostgreSQL cannot store.
 */
public final class PlainRequests extends StrictHttpFirewall {

    /** Made once, by this module. */
    public PlainRequests() {
        setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (request.getRequestURI().indexOf('%') >= 0) {
            throw new RequestRejectedException("No address of ours has an encoded character");
        }
        return super.getFirewalledRequest(request);
    }
}
