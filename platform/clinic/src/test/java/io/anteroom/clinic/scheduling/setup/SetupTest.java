package io.anteroom.clinic.scheduling.setup;

import static io.anteroom.clinic.scheduling.SetupSlice.ADA;
import static io.anteroom.testing.AtOnce.atOnce;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditFilter;
import io.anteroom.clinic.audit.AuditLine;
import io.anteroom.clinic.audit.AuditTrail;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.SetupSlice;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.BookingRules;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Givers;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Timing;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.testing.TenantTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TenantTest(SetupSlice.class)
class SetupTest {

    @Autowired
    Locations locations;

    @Autowired
    Rooms rooms;

    @Autowired
    Practitioners practitioners;

    @Autowired
    Services services;

    @Autowired
    StaffRegister staff;

    @Autowired
    AuditTrail trail;

    @Test
    void whatIsSavedIsReadBackWholeAndAtThatClinicAlone() {
        inSouth(() -> {
            add("Ginza");
            add("Shibuya");
        });
        inNorth(() -> {
            LocationId high = add("High Street");
            rooms.add(high, "Room 2", ADA);
            rooms.add(high, "Room 1", ADA);
            var beth = practitioner("Beth", null);
            var service = service("First visit", Money.of(8_400, "GBP"), beth, high, Set.of(1L));
            assertThat(services.add(service, ADA)).isEqualTo(new SetupResult.Saved(1));

            assertThat(locations.all()).extracting(Location::details).containsExactly(place("High Street"));
            assertThat(locations.find(high).orElseThrow().rooms())
                    .extracting(Room::name)
                    .containsExactly("Room 1", "Room 2");
            assertThat(services.find(new ServiceId(1)).orElseThrow().details()).isEqualTo(service);
            assertThat(locations.find(new LocationId(2))).isEmpty();
            assertThat(locations.change(new LocationId(2), 0, place("Mine"), ADA))
                    .isInstanceOf(SetupResult.Gone.class);
        });
        inSouth(() -> assertThat(services.all()).isEmpty());
    }

    @Test
    void aChangeIsToldInTheLogWithBeforeAndAfterAndASecondOfTheSameIsNot() {
        inNorth(() -> {
            LocationId id = add("High Street");
            LocationDetails moved = place("High Street", "Europe/Berlin");

            assertThat(locations.change(id, 0, moved, ADA)).isEqualTo(new SetupResult.Saved(1));
            assertThat(locations.change(id, 0, moved, ADA)).isEqualTo(new SetupResult.Saved(1));

            assertThat(log()).hasSize(2);
            assertThat(log().getFirst().action()).isEqualTo(AuditAction.LOCATION_CHANGED);
            assertThat(log().getFirst().detail()).containsExactly(entry("Time zone", "Europe/London → Europe/Berlin"));
        });
    }

    @Test
    void aChangeOverAnothersChangeIsRefusedAndSaysHowTheyDiffer() {
        inNorth(() -> {
            LocationId id = add("High Street");
            locations.change(id, 0, place("Main Street"), ADA);

            assertThat(locations.change(id, 0, place("Harbour"), ADA))
                    .isEqualTo(new SetupResult.Meanwhile(1, Map.of("Name", "Main Street → Harbour")));
            assertThat(locations.all()).extracting(Location::name).containsExactly("Main Street");
        });
    }

    @RepeatedTest(3)
    void ofTwoWhoAddOneNameAtOnceTheSecondIsToldSo() {
        List<SetupResult> answers =
                atOnce(() -> locations.add(place("High Street"), ADA), () -> locations.add(place("HIGH STREET"), ADA));

        assertThat(answers)
                .hasAtLeastOneElementOfType(SetupResult.Saved.class)
                .hasAtLeastOneElementOfType(SetupResult.Refused.class);
        inNorth(() -> assertThat(locations.all()).hasSize(1));
    }

    @Test
    void whatIsClosedStaysInTheListAndItsNameIsFreeUntilItOpensAgain() {
        inNorth(() -> {
            LocationId first = add("High Street");
            locations.set(first, false, ADA);
            locations.set(first, false, ADA);
            LocationId second = add("High Street");

            assertThat(locations.all()).extracting(Location::id).containsExactly(second, first);
            assertThat(locations.set(first, true, ADA)).isInstanceOf(SetupResult.Refused.class);
            locations.change(second, 0, place("Harbour"), ADA);
            assertThat(locations.set(first, true, ADA)).isEqualTo(new SetupResult.Saved(first.value()));
            assertThat(log())
                    .extracting(AuditLine::action)
                    .containsExactly(
                            AuditAction.LOCATION_CHANGED,
                            AuditAction.LOCATION_CHANGED,
                            AuditAction.LOCATION_ADDED,
                            AuditAction.LOCATION_ENDED,
                            AuditAction.LOCATION_ADDED);
        });
    }

    @Test
    void theOrderIsTheStaffsAndTheEndsStay() {
        inNorth(() -> {
            add("One");
            LocationId two = add("Two");
            LocationId three = add("Three");

            locations.move(three, true);
            assertThat(locations.all()).extracting(Location::name).containsExactly("One", "Three", "Two");
            locations.move(three, true);
            locations.move(three, true);
            locations.move(two, false);
            assertThat(locations.all()).extracting(Location::name).containsExactly("Three", "One", "Two");
            add("Four");
            assertThat(locations.all()).extracting(Location::name).containsExactly("Three", "One", "Two", "Four");
        });
    }

    @Test
    void aRoomIsNamedOnceAtALocation() {
        inNorth(() -> {
            LocationId high = add("High Street");
            LocationId harbour = add("Harbour");
            rooms.add(high, "Room 1", ADA);

            assertThat(rooms.add(high, "room 1", ADA)).isInstanceOf(SetupResult.Refused.class);
            assertThat(rooms.add(harbour, "Room 1", ADA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(rooms.rename(new RoomId(1), "Studio", ADA)).isInstanceOf(SetupResult.Saved.class);
            rooms.set(new RoomId(1), false, ADA);
            assertThat(locations.find(high).orElseThrow().openRooms()).isEmpty();
            assertThat(log().get(1).detail())
                    .containsExactly(entry("Name", "High Street"), entry("Room", "Room 1 → Studio"));
            assertThat(rooms.add(new LocationId(7), "Room", ADA)).isInstanceOf(SetupResult.Gone.class);
            assertThat(rooms.rename(new RoomId(7), "Room", ADA)).isInstanceOf(SetupResult.Gone.class);
        });
    }

    @Test
    void aMemberOfStaffIsOnePractitionerAtMost() {
        inNorth(() -> {
            staff.noteSignIn(new StaffMember("s-1", "Beth Byron", "beth@example.org", Set.of(StaffRole.PRACTITIONER)));

            PractitionerId beth = practitioner("Beth", "s-1");
            assertThat(practitioners.add(new PractitionerDetails("s-1", "Bob", "", ""), ADA))
                    .isEqualTo(SetupResult.Refused.of("staff", "Beth Byron is Beth already"));
            assertThat(practitioners.add(new PractitionerDetails("nobody", "Bob", "", ""), ADA))
                    .isEqualTo(SetupResult.Refused.of("staff", "Choose somebody who has signed in before"));
            assertThat(practitioners.change(beth, 0, new PractitionerDetails("s-1", "Beth", "Physio", "Kind"), ADA))
                    .isInstanceOf(SetupResult.Saved.class);
            assertThat(log().getFirst().detail())
                    .containsExactly(entry("Title", "nothing → Physio"), entry("About", "nothing → Kind"));
        });
    }

    @Test
    void aServiceIsGivenByThoseWhoAreThere() {
        inNorth(() -> {
            LocationId high = add("High Street");
            PractitionerId beth = practitioner("Beth", null);
            ServiceDetails service = service("First visit", null, beth, high, Set.of());
            services.add(service, ADA);

            assertThat(services.add(service("Other", null, new PractitionerId(9), high, Set.of()), ADA))
                    .isInstanceOf(SetupResult.Refused.class);
            assertThat(services.add(service("Other", null, beth, high, Set.of(9L)), ADA))
                    .isInstanceOf(SetupResult.Refused.class);
            var longer = new ServiceDetails(
                    "First visit",
                    "",
                    "",
                    new Timing(60, 0, 10),
                    Money.of(0, "GBP"),
                    new BookingRules(false, false, 0, 2_880, 30, Money.of(2_000, "GBP")),
                    new Givers(Set.of(), Set.of(high.value()), false, Set.of(9L)));
            assertThat(services.change(new ServiceId(1), 0, longer, ADA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(services.find(new ServiceId(1)).orElseThrow().details()).isEqualTo(longer);
            assertThat(log().getFirst().detail())
                    .containsEntry("Length", "45 min → 1 h")
                    .containsEntry("Given by", "Beth → nothing")
                    .containsEntry("Price", "nothing → GBP 0.00")
                    .containsEntry("Deposit", "nothing → GBP 20.00")
                    .containsEntry("Cancelled or moved at the latest", "1 day before → 2 days before");
        });
    }

    @Test
    void aServiceSaysWhenItsPatientsAreReminded() {
        inNorth(() -> {
            LocationId high = add("High Street");
            ServiceDetails silent = service("First visit", null, practitioner("Beth", null), high, Set.of());
            services.add(silent, ADA);
            ServiceDetails reminding = silent.reminding(List.of(
                    ServiceReminder.byEmail(120),
                    ServiceReminder.byText(1_440),
                    ServiceReminder.byEmail(1_440),
                    ServiceReminder.byEmail(120)));

            assertThat(services.change(new ServiceId(1), 0, reminding, ADA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(services.find(new ServiceId(1)).orElseThrow().details().reminders())
                    .containsExactly(
                            ServiceReminder.byEmail(1_440),
                            ServiceReminder.byText(1_440),
                            ServiceReminder.byEmail(120));
            assertThat(log().getFirst().detail())
                    .containsExactly(entry(
                            "Reminders", "nothing → email 1 day before, text message 1 day before, email 2 h before"));
        });
    }

    private LocationId add(String name) {
        return new LocationId(((SetupResult.Saved) locations.add(place(name), ADA)).id());
    }

    private PractitionerId practitioner(String name, @Nullable String staffSubject) {
        var details = new PractitionerDetails(staffSubject, name, "", "");
        return new PractitionerId(((SetupResult.Saved) practitioners.add(details, ADA)).id());
    }

    private static LocationDetails place(String name) {
        return place(name, "Europe/London");
    }

    private static LocationDetails place(String name, String zone) {
        return new LocationDetails(name, "1 The Road", "AB1 2CD", "Town", "GB", null, null, ZoneId.of(zone));
    }

    private static ServiceDetails service(
            String name, @Nullable Money price, PractitionerId practitioner, LocationId location, Set<Long> inRooms) {
        return new ServiceDetails(
                name,
                "A long talk",
                "Bring letters",
                new Timing(45, 5, 10),
                price,
                new BookingRules(true, true, 120, 1_440, 90, null),
                new Givers(Set.of(practitioner.value()), Set.of(location.value()), !inRooms.isEmpty(), inRooms));
    }

    private List<AuditLine> log() {
        return trail.read(AuditFilter.ALL, Optional.empty()).lines();
    }
}
