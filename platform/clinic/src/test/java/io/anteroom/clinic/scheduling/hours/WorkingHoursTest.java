package io.anteroom.clinic.scheduling.hours;

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
import io.anteroom.clinic.scheduling.SetupSlice;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.LocationDetails;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.PractitionerDetails;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.testing.TenantTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TenantTest(SetupSlice.class)
class WorkingHoursTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final PractitionerId BETH = new PractitionerId(1);
    private static final LocationId HIGH_STREET = new LocationId(1);
    private static final LocationId HARBOUR = new LocationId(2);

    @Autowired
    WorkingHours hours;

    @Autowired
    DaysApart apart;

    @Autowired
    Holidays holidays;

    @Autowired
    Locations locations;

    @Autowired
    Practitioners practitioners;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void bethWorksAtTwoPlaces() {
        inNorth(this::fill);
        inSouth(this::fill);
    }

    @Test
    void aWeekIsReadBackAndHoldsAtThatClinicAlone() {
        inNorth(() -> {
            plan(HIGH_STREET, TODAY, null, "9-12, 13-17");

            assertThat(hours.of(BETH, TODAY)).containsExactly(week(HIGH_STREET, TODAY, null, "9-12, 13-17"));
            assertThat(hours.all(TODAY)).containsOnlyKeys(BETH);
        });
        inSouth(() -> assertThat(hours.all(TODAY)).isEmpty());
    }

    @Test
    void newHoursFromADayOnCutThoseBefore() {
        inNorth(() -> {
            plan(HIGH_STREET, TODAY, null, "9-12");
            plan(HIGH_STREET, MARCH, null, "14-18");

            assertThat(hours.of(BETH, TODAY))
                    .containsExactly(
                            week(HIGH_STREET, TODAY, MARCH.minusDays(1), "9-12"),
                            week(HIGH_STREET, MARCH, null, "14-18"));
            assertThat(log().getFirst().action()).isEqualTo(AuditAction.WORKING_HOURS_CHANGED);
            assertThat(log().getFirst().detail())
                    .containsExactly(
                            entry("Practitioner", "Beth"),
                            entry("Location", "High Street"),
                            entry("From", "2027-03-01"),
                            entry("Until", "no end"),
                            entry("Hours", "Mon 09:00–12:00 → Mon 14:00–18:00"));
        });
    }

    @Test
    void hoursForSomeTimeAreFollowedByWhatHeldBefore() {
        inNorth(() -> {
            plan(HIGH_STREET, TODAY, null, "9-12");
            plan(HIGH_STREET, MARCH, MARCH.plusDays(13), "14-18");

            assertThat(hours.of(BETH, TODAY))
                    .containsExactly(
                            week(HIGH_STREET, TODAY, MARCH.minusDays(1), "9-12"),
                            week(HIGH_STREET, MARCH, MARCH.plusDays(13), "14-18"),
                            week(HIGH_STREET, MARCH.plusDays(14), null, "9-12"));
        });
    }

    @Test
    void aChangedPlanThatEndsEarlierGoesOnNoMore() {
        inNorth(() -> {
            plan(HIGH_STREET, TODAY, null, "9-12");

            change(TODAY, week(HIGH_STREET, TODAY, MARCH, "9-13"));
            assertThat(hours.of(BETH, TODAY)).containsExactly(week(HIGH_STREET, TODAY, MARCH, "9-13"));
            change(TODAY, week(HIGH_STREET, TODAY, null, ""));
            assertThat(hours.of(BETH, TODAY)).isEmpty();
        });
    }

    @Test
    void whatHeldInThePastStays() {
        inNorth(() -> {
            LocalDate past = TODAY.minusDays(30);
            plan(HIGH_STREET, past, null, "9-12");
            change(past, week(HIGH_STREET, TODAY, null, "10-12"));

            assertThat(hours.of(BETH, past))
                    .containsExactly(
                            week(HIGH_STREET, past, TODAY.minusDays(1), "9-12"),
                            week(HIGH_STREET, TODAY, null, "10-12"));
            assertThat(hours.of(BETH, TODAY)).hasSize(1);
        });
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        inNorth(() -> {
            plan(HIGH_STREET, TODAY, MARCH, "9-12");

            assertThat(wanted(week(HARBOUR, TODAY, null, "11-14")))
                    .isEqualTo(new SetupResult.Refused(
                            List.of(new Fault("monday", "Monday 09:00–12:00 is at High Street already"))));
            assertThat(wanted(week(HARBOUR, TODAY, null, "12-14"))).isInstanceOf(SetupResult.Saved.class);
            assertThat(wanted(week(HARBOUR, MARCH.plusDays(1), null, "9-14"))).isInstanceOf(SetupResult.Saved.class);
        });
    }

    @Test
    void whoPlansOverAnothersPlanIsToldAndSendingItTwiceIsNoChange() {
        inNorth(() -> {
            var wanted = new WorkingHours.Wanted(seen(), null, week(HIGH_STREET, TODAY, null, "9-12"));
            assertThat(hours.plan(BETH, wanted, TODAY, ADA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(hours.plan(BETH, wanted, TODAY, ADA)).isInstanceOf(SetupResult.Saved.class);

            var other = new WorkingHours.Wanted(wanted.seen(), null, week(HIGH_STREET, TODAY, null, "8-12"));
            assertThat(hours.plan(BETH, other, TODAY, ADA))
                    .isEqualTo(new SetupResult.Meanwhile(0, Map.of("Monday", "09:00–12:00 → 08:00–12:00")));
            assertThat(log().stream().filter(line -> line.action() == AuditAction.WORKING_HOURS_CHANGED))
                    .hasSize(1);
        });
    }

    @Test
    void whoPlansAfterAChangeElsewhereIsToldThatTheirsIsUntouched() {
        inNorth(() -> {
            plan(HIGH_STREET, TODAY, null, "9-12");
            String seen = seen();
            plan(HARBOUR, TODAY, null, "14-16");

            var until = new WorkingHours.Wanted(seen, TODAY, week(HIGH_STREET, TODAY, MARCH, "9-12"));
            assertThat(hours.plan(BETH, until, TODAY, ADA))
                    .isInstanceOfSatisfying(
                            SetupResult.Meanwhile.class,
                            meanwhile -> assertThat(meanwhile.differences()).isNotEmpty());
        });
    }

    @Test
    void ofTwoWhoPlanAtOnceOneIsTold() {
        var morning = week(HIGH_STREET, TODAY, null, "9-12");
        var noon = week(HIGH_STREET, TODAY, null, "11-14");
        String seen = WorkingHours.fingerprint(List.of());

        assertThat(atOnce(
                        () -> hours.plan(BETH, new WorkingHours.Wanted(seen, null, morning), TODAY, ADA),
                        () -> hours.plan(BETH, new WorkingHours.Wanted(seen, null, noon), TODAY, ADA)))
                .hasAtLeastOneElementOfType(SetupResult.Saved.class)
                .hasAtLeastOneElementOfType(SetupResult.Meanwhile.class);
    }

    @Test
    void hoursOfNobodyOrNowhereAreGone() {
        inNorth(() -> {
            var nowhere = new WorkingHours.Wanted(seen(), null, week(new LocationId(9), TODAY, null, "9-12"));
            assertThat(hours.plan(BETH, nowhere, TODAY, ADA)).isInstanceOf(SetupResult.Gone.class);
            var nobody = new WorkingHours.Wanted(seen(), null, week(HARBOUR, TODAY, null, "9-12"));
            assertThat(hours.plan(new PractitionerId(9), nobody, TODAY, ADA)).isInstanceOf(SetupResult.Gone.class);
        });
    }

    @Test
    void daysAwayAreOneWhereTheyAreInARowAndAreTakenBackAsOne() {
        inNorth(() -> {
            DayApart holiday = read("kind", "away", "first", "2026-12-24", "last", "2026-12-31", "reason", "Holiday");
            apart.add(BETH, holiday, ADA);
            apart.add(BETH, holiday, ADA);
            apart.add(BETH, read("kind", "away", "first", "2026-12-01", "times", "9-11", "reason", ""), ADA);
            apart.add(
                    BETH,
                    read("kind", "works", "first", "2026-12-05", "times", "9-13", "location", "2", "reason", ""),
                    ADA);

            List<DayApart> stored = apart.of(BETH, TODAY);
            assertThat(stored)
                    .extracting(DayApart::when)
                    .containsExactly("2026-12-01, 09:00–11:00", "2026-12-05, 09:00–13:00", "2026-12-24 to 2026-12-31");
            assertThat(stored.get(1).location()).isEqualTo(HARBOUR);
            assertThat(stored.getLast().ids()).hasSize(8);

            long third = stored.getLast().ids().get(2);
            apart.remove(BETH, third, TODAY, ADA);
            apart.remove(BETH, third, TODAY, ADA);
            assertThat(apart.of(BETH, TODAY)).hasSize(2);
            assertThat(log().getFirst().detail()).containsEntry("Days", "away 2026-12-24 to 2026-12-31 → nothing");
            assertThat(log().stream().filter(line -> line.action() == AuditAction.WORKING_HOURS_CHANGED))
                    .hasSize(4);
        });
        inSouth(() -> assertThat(apart.of(BETH, TODAY)).isEmpty());
    }

    @Test
    void whatIsWrongWithADayIsSaidBesideItsField() {
        assertThat(faults("kind", "works", "first", "", "times", "noon")).containsExactly("first", "times", "location");
        assertThat(faults("kind", "away", "first", "2026-12-24", "last", "2026-12-23"))
                .containsExactly("last");
        assertThat(faults("kind", "away", "first", "2026-12-24", "last", "2028-01-01"))
                .containsExactly("last");
        assertThat(faults("kind", "away", "first", "2026-02-30")).containsExactly("first");
    }

    @Test
    void aHolidayIsOfOneLocationOrOfAllAndADayHasOne() {
        inNorth(() -> {
            var christmas =
                    new Holiday(List.of(), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), null, "Christmas");
            assertThat(holidays.add(christmas, ADA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(holidays.add(christmas, ADA)).isInstanceOf(SetupResult.Refused.class);
            var fair = new Holiday(
                    List.of(), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 25), HARBOUR, "Harbour fair");
            assertThat(holidays.add(fair, ADA)).isInstanceOf(SetupResult.Saved.class);

            assertThat(holidays.from(TODAY))
                    .extracting(one -> one.name() + " " + one.when())
                    .containsExactly("Christmas 2026-12-25 to 2026-12-26", "Harbour fair 2026-12-25");
            holidays.remove(holidays.from(TODAY).getFirst().ids().getLast(), TODAY, ADA);
            assertThat(holidays.from(TODAY)).extracting(Holiday::name).containsExactly("Harbour fair");
            assertThat(log().getFirst().detail())
                    .containsExactly(entry("Days", "Christmas, 2026-12-25 to 2026-12-26, all locations → nothing"));
        });
        inSouth(() -> assertThat(holidays.from(TODAY)).isEmpty());
    }

    private void fill() {
        for (String name : List.of("High Street", "Harbour")) {
            locations.add(new LocationDetails(name, "", "", "", "GB", null, null, ZoneId.of("Europe/London")), ADA);
        }
        practitioners.add(new PractitionerDetails(null, "Beth", "", ""), ADA);
    }

    private void plan(LocationId location, LocalDate from, @Nullable LocalDate until, String monday) {
        assertThat(wanted(week(location, from, until, monday))).isInstanceOf(SetupResult.Saved.class);
    }

    private void change(LocalDate replaced, PlannedWeek plan) {
        assertThat(hours.plan(BETH, new WorkingHours.Wanted(seen(), replaced, plan), TODAY, ADA))
                .isInstanceOf(SetupResult.Saved.class);
    }

    private SetupResult wanted(PlannedWeek plan) {
        return hours.plan(BETH, new WorkingHours.Wanted(seen(), null, plan), TODAY, ADA);
    }

    private String seen() {
        return WorkingHours.fingerprint(hours.of(BETH, TODAY));
    }

    private static PlannedWeek week(LocationId location, LocalDate from, @Nullable LocalDate until, String monday) {
        return new PlannedWeek(location, from, until, Week.read(new Typed(Map.of("monday", List.of(monday)))));
    }

    private static DayApart read(String... typed) {
        return DayApart.read(typed(typed));
    }

    private static List<String> faults(String... values) {
        Typed typed = typed(values);
        DayApart.read(typed);
        return typed.faults().stream().map(Fault::field).toList();
    }

    private static Typed typed(String... values) {
        var fields = new HashMap<String, List<String>>();
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i], List.of(values[i + 1]));
        }
        return new Typed(fields);
    }

    private List<AuditLine> log() {
        return trail.read(AuditFilter.ALL, Optional.empty()).lines();
    }
}
