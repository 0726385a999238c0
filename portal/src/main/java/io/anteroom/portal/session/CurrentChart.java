package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.VisibleChart;
import java.util.Optional;

/** What the one who asks may see, for what stands around controllers; a controller takes it as a parameter. */
public final class CurrentChart {

    private CurrentChart() {}

    /** The chart of whoever is signed in on this request. */
    public static Optional<VisibleChart> find() {
        return SessionFilter.chart();
    }
}
