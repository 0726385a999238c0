package io.anteroom.webkit.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.anteroom.webkit.fairness.Entry.Refusal;
import io.anteroom.webkit.fairness.Entry.Stay;
import io.anteroom.webkit.host.Host;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** Two requests at a time and ten a second for each clinic's door, six at a time for each front door. */
class DoorsTest {

    private static final FairnessSettings SETTINGS = new FairnessSettings(2, 10, 10, 3, 6);

    private final Clinics clinics = new Clinics();
    private long nanos;
    private final Doors doors = new Doors(SETTINGS, clinics::bySlug, () -> nanos);

    @Test
    void aStuckClinicFillsItsOwnPlacesAndNobodyElses() {
        enters(Host.PORTAL, "north");
        enters(Host.PORTAL, "north");

        assertThat(refused(Host.PORTAL, "north").reason()).isEqualTo(Reason.CONCURRENCY);
        enters(Host.PORTAL, "south");
        assertThat(refused(Host.PORTAL, "north").clinic())
                .isEqualTo(clinics.bySlug("north").orElseThrow());
    }

    @Test
    void patientsWhoFloodAPortalDoNotShutOutItsStaff() {
        enters(Host.PORTAL, "north");
        enters(Host.PORTAL, "north");

        enters(Host.STAFF, "north");
        enters(Host.STAFF, "north");
        assertThat(refused(Host.STAFF, "north").reason()).isEqualTo(Reason.CONCURRENCY);
    }

    @Test
    void aPlaceGivenBackIsFreeAndCountsOnce() {
        Stay first = enters(Host.PORTAL, "north");
        enters(Host.PORTAL, "north");
        first.end();
        first.end();

        enters(Host.PORTAL, "north");
        refused(Host.PORTAL, "north");
        assertThat(doors.inProgress(Host.PORTAL)).isEqualTo(2);
    }

    @Test
    void whoComesBackWhenToldIsLetIn() {
        Refusal refusal = flood("north");
        assertThat(refusal.reason()).isEqualTo(Reason.RATE);
        assertThat(refusal.retryAfter()).isPositive();
        assertThat(refusal.seconds()).isEqualTo(1);

        nanos += refusal.retryAfter().toNanos();
        enters(Host.PORTAL, "north").end();
        refused(Host.PORTAL, "north");
    }

    @Test
    void afterAFloodTheWholePaceComesBack() {
        flood("north");
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            enters(Host.PORTAL, "north").end();
        }
        assertThat(refused(Host.PORTAL, "north").reason()).isEqualTo(Reason.RATE);
    }

    @Test
    void whatFindsNoPlaceTakesNothingOfThePace() {
        Stay first = enters(Host.PORTAL, "north");
        enters(Host.PORTAL, "north");
        for (int i = 0; i < 100; i++) {
            refused(Host.PORTAL, "north");
        }
        first.end();
        for (int i = 0; i < 8; i++) {
            enters(Host.PORTAL, "north").end();
        }
        assertThat(refused(Host.PORTAL, "north").reason()).isEqualTo(Reason.RATE);
    }

    @Test
    void theLongerAClinicIsStuckTheLaterItIsToldToComeBack() {
        Stay stuck = enters(Host.PORTAL, "north");
        enters(Host.PORTAL, "north");

        assertThat(refused(Host.PORTAL, "north").seconds()).isEqualTo(1);
        pass(Duration.ofMillis(19_200));
        assertThat(refused(Host.PORTAL, "north").seconds()).isEqualTo(20);
        pass(Duration.ofMinutes(10));
        assertThat(refused(Host.PORTAL, "north").seconds()).isEqualTo(60);

        stuck.end();
        enters(Host.PORTAL, "north");
        assertThat(refused(Host.PORTAL, "north").seconds()).isEqualTo(1);
    }

    @Test
    void hostsThatDoNotExistAreBoundedTogetherAndNotLookedUpBeyond() {
        enters(Host.PORTAL, "north").end();
        enters(Host.PORTAL, "unknown").end();
        enters(Host.STAFF, "unknown").end();
        enters(Host.OTHER, "").end();
        int asked = clinics.asked;

        assertThat(refused(Host.PORTAL, "unknown").reason()).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(refused(Host.PORTAL, "south").reason()).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(Reason.UNKNOWN_HOST.status).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(clinics.asked).isEqualTo(asked);
        enters(Host.PORTAL, "north").end();

        pass(Duration.ofSeconds(1));
        enters(Host.PORTAL, "south").end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "unknown"})
    void aClinicThatIsBeingMadeIsRefusedAsOneThatNeverWas(String slug) {
        for (int i = 0; i < 3; i++) {
            enters(Host.PORTAL, slug).end();
        }
        Refusal refusal = refused(Host.PORTAL, slug);
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(refusal.clinic()).isNull();
    }

    @Test
    void theFirstVisitsToManyClinicsAreNobodysFlood() {
        for (int i = 0; i < 1_000; i++) {
            enters(Host.PORTAL, "clinic-" + i).end();
        }
        enters(Host.PORTAL, "closed").end();
    }

    @Test
    void aFullFrontDoorRefusesAllOfItsClinicsAndNoOtherFrontDoor() {
        for (int i = 0; i < 6; i++) {
            enters(Host.PORTAL, "clinic-" + i);
        }
        assertThat(refused(Host.PORTAL, "north").reason()).isEqualTo(Reason.FULL);
        enters(Host.OPERATORS, null);
        enters(Host.PLATFORM, null);
        enters(Host.STAFF, null);
        enters(Host.STAFF, "north");
    }

    @Test
    void aRefusalHoldsNoPlace() {
        for (int i = 0; i < 10; i++) {
            flood("north");
        }
        assertThat(doors.inProgress(Host.PORTAL)).isZero();
    }

    @Test
    void whereTheDirectoryCannotBeReadNoPlaceIsHeld() {
        for (int i = 0; i < 7; i++) {
            assertThatIllegalStateException().isThrownBy(() -> doors.enter(Host.PORTAL, "unreadable"));
        }
        enters(Host.PORTAL, "north");
    }

    @Test
    void refusalsAreCountedByReasonAndNeverByClinic() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new FairnessMetrics(doors).bindTo(registry);
        flood("north");
        enters(Host.PORTAL, "south");
        enters(Host.PORTAL, "south");
        refused(Host.PORTAL, "south");
        refused(Host.PORTAL, "south");

        assertThat(refusals(registry, "rate")).isEqualTo(1);
        assertThat(refusals(registry, "concurrency")).isEqualTo(2);
        assertThat(refusals(registry, "unknown_host")).isZero();
        assertThat(refusals(registry, "full")).isZero();
        assertThat(registry.get("anteroom.web.in.progress")
                        .tag("host", "portal")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTags()).hasSize(1));
    }

    private static double refusals(SimpleMeterRegistry registry, String reason) {
        return registry.get("anteroom.web.refused")
                .tag("reason", reason)
                .functionCounter()
                .count();
    }

    /** One after the other, until one is refused. */
    private Refusal flood(String slug) {
        for (int i = 0; i < 10; i++) {
            if (doors.enter(Host.PORTAL, slug) instanceof Stay stay) {
                stay.end();
            }
        }
        return refused(Host.PORTAL, slug);
    }

    private Stay enters(Host host, @Nullable String slug) {
        Entry entry = doors.enter(host, slug);
        assertThat(entry).isInstanceOf(Stay.class);
        return (Stay) entry;
    }

    private Refusal refused(Host host, @Nullable String slug) {
        Entry entry = doors.enter(host, slug);
        assertThat(entry).isInstanceOf(Refusal.class);
        return (Refusal) entry;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
