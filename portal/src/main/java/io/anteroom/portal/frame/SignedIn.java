package io.anteroom.portal.frame;

import io.anteroom.clinic.access.session.VisibleChart;
import java.util.Optional;

/** Says who is signed in to the portal on this request. */
@FunctionalInterface
public interface SignedIn {

    /** What the person who asks may see, or nothing where nobody is signed in. */
    Optional<VisibleChart> chart();
}
