package io.anteroom.portal.frame;

import io.anteroom.webkit.PortalPage;
import java.util.Optional;

/** Says who is signed in to the portal on this request. */
@FunctionalInterface
public interface SignedIn {

    /** The person shown at the top of the page, or nothing where nobody is signed in. */
    Optional<PortalPage.Person> person();
}
