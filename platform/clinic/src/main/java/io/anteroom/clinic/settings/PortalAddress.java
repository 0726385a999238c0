package io.anteroom.clinic.settings;

import io.anteroom.tenancy.CurrentTenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address of the current clinic's portal, for messages that lead there. */
@Component
public class PortalAddress {

    private final String scheme;
    private final String baseHost;

    PortalAddress(
            @Value("${anteroom.web.scheme:https}") String scheme,
            @Value("${anteroom.web.base-host:localhost:8080}") String baseHost) {
        this.scheme = scheme;
        this.baseHost = baseHost;
    }

    /**
     * The whole address of one of its pages.
     *
     * @param path begins with a slash
     */
    public String of(String path) {
        return scheme + "://" + CurrentTenant.get().slug() + "." + baseHost + path;
    }
}
