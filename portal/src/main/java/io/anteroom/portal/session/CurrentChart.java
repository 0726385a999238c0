package io.anteroom.portal.session;

import io.anteroom.clinic.access.Charts;
import io.anteroom.clinic.access.Viewer;
import io.anteroom.clinic.access.VisibleChart;
import io.anteroom.portal.frame.SignedIn;
import io.anteroom.webkit.CurrentRequest;
import io.anteroom.webkit.PortalPage.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the person who asks may see; looked up once a request, and at once forgotten. */
@Component
class CurrentChart implements SignedIn {

    private static final String LOOKED_UP = CurrentChart.class.getName();

    private final Charts charts;

    CurrentChart(Charts charts) {
        this.charts = charts;
    }

    /** What {@code viewer}, who makes this request, may see. */
    VisibleChart of(Viewer viewer) {
        var request = CurrentRequest.find().orElseThrow();
        if (request.getAttribute(LOOKED_UP) instanceof VisibleChart chart) {
            return chart;
        }
        var chart = charts.visibleTo(viewer);
        request.setAttribute(LOOKED_UP, chart);
        return chart;
    }

    @Override
    public Optional<Person> person() {
        return SessionFilter.viewer()
                .map(viewer -> new Person(of(viewer).actor().name(), null, null));
    }
}
