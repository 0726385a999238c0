package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import java.time.Instant;
import java.util.Optional;

/**
 * What a signed-in person may see while clinical records are open in the session. There is none while they are locked, so
 * whatever asks for one can't be reached then.
 */
public final class ElevatedChart {

    private final VisibleChart chart;
    private final Instant until;

    private ElevatedChart(VisibleChart chart, Instant until) {
        this.chart = chart;
        this.until = until;
    }

    /** The same chart with clinical records, if they are open in its session. */
    public static Optional<ElevatedChart> of(VisibleChart chart) {
        return Optional.ofNullable(chart.viewer().elevatedUntil()).map(until -> new ElevatedChart(chart, until));
    }

    /** Who looks, and at what else. */
    public VisibleChart chart() {
        return chart;
    }

    /** When they are locked again by themselves. */
    public Instant until() {
        return until;
    }

    /** The patient acted for, if this person's access opens that patient's clinical records. */
    public Optional<VisiblePatient> patient() {
        var open = chart.listedFor(AccessScope.CLINICAL);
        return chart.actingFor().filter(patient -> open.contains(patient.id()));
    }
}
