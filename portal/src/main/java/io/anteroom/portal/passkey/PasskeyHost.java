package io.anteroom.portal.passkey;

import io.anteroom.clinic.access.passkey.PortalHost;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.host.Links;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The clinic's host as browsers bind passkeys to it. It is the directory's word, never what a request says of itself. */
@Component
public class PasskeyHost {

    private final Links links;

    PasskeyHost(Links links) {
        this.links = links;
    }

    /** That of the bound clinic. */
    public PortalHost current() {
        var origin = links.portal(CurrentTenant.get().slug(), "");
        return new PortalHost(URI.create(origin).getHost(), origin);
    }
}
