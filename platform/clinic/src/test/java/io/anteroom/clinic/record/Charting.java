package io.anteroom.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordBody.Flag;
import io.anteroom.clinic.record.RecordBody.Goal;
import io.anteroom.clinic.record.RecordBody.Step;
import io.anteroom.clinic.record.RecordBody.Value;
import io.anteroom.clinic.record.reading.RecordOverview;
import io.anteroom.clinic.record.reading.SharedRecords;
import io.anteroom.clinic.record.reading.VisibleRecords;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A clinician who writes, and people who read, at the clinic that is bound. */
@Component
class Charting {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final RecordWriting writing;
    private final RecordSharing sharing;
    private final ReleaseRules rules;
    private final SharedRecords records;
    private final Charts charts;
    private final TestClock clock;

    Charting(
            RecordWriting writing,
            RecordSharing sharing,
            ReleaseRules rules,
            SharedRecords records,
            Charts charts,
            TestClock clock) {
        this.writing = writing;
        this.sharing = sharing;
        this.rules = rules;
        this.records = records;
        this.charts = charts;
        this.clock = clock;
    }

    static RecordContent letter(String title) {
        return new RecordContent(RecordCategory.LETTERS, title, TODAY, new RecordBody.Text("Dear patient"));
    }

    static RecordContent result(String title) {
        return new RecordContent(
                RecordCategory.LABORATORY,
                title,
                TODAY,
                new RecordBody.Result(List.of(new Value("Ferritin", "9", "µg/l", "15–150", Flag.LOW)), "A little low"));
    }

    static RecordContent plan(String... steps) {
        return new RecordContent(
                RecordCategory.PLANS,
                "Knee",
                TODAY,
                new RecordBody.Plan(
                        "",
                        List.of(new Goal(
                                "Walk",
                                List.of(steps).stream()
                                        .map(words -> new Step(0, words))
                                        .toList())),
                        0));
    }

    static RecordContent medication(String name) {
        return new RecordContent(
                RecordCategory.MEDICATIONS, name, TODAY, new RecordBody.Medication("400 mg", "", "", null));
    }

    RecordId write(VisibleChart of, RecordKind kind, RecordContent content) {
        return id(writing.write(patient(of), kind, content, UUID.randomUUID(), Clinic.ROSA));
    }

    RecordId shared(VisibleChart of, RecordKind kind, RecordContent content) {
        var id = write(of, kind, content);
        assertThat(sharing.share(patient(of), id, 0, Clinic.ROSA)).isEqualTo(new RecordAnswer.Done(id));
        return id;
    }

    static RecordId id(RecordAnswer answer) {
        assertThat(answer).isInstanceOf(RecordAnswer.Done.class);
        return ((RecordAnswer.Done) answer).id();
    }

    static PatientId patient(VisibleChart chart) {
        return chart.actingFor().orElseThrow().id();
    }

    void rule(RecordCategory category, ReleaseRule rule, boolean mayWait) {
        assertThat(rules.change(
                        Map.of(category, new Release(rule, 3, mayWait)),
                        rules.decided().version(),
                        Clinic.ROSA))
                .isEmpty();
    }

    /** The records as that account may read them now, having proved anew who it is. */
    VisibleRecords reads(VisibleChart who) {
        var viewer = new Viewer(
                who.viewer().account(),
                new SessionId(1),
                clock.instant().plus(Duration.ofHours(1)),
                who.viewer().chosen(),
                clock.instant().plus(Duration.ofMinutes(30)));
        return records.in(ElevatedChart.of(charts.visibleTo(viewer)).orElseThrow());
    }

    /** The titles on the overview, with what is new of each. */
    List<String> seen(VisibleChart who) {
        return reads(who).overview().stream()
                .map(RecordOverview::parts)
                .flatMap(List::stream)
                .flatMap(part -> part.rows().stream())
                .map(row -> row.entry().content().title() + " " + row.news())
                .toList();
    }
}
