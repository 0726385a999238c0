package io.anteroom.clinic.scheduling.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The changes of clocks are those of the time zone database: Berlin and New York by an hour, Lord Howe Island by half of one. */
class FreeTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final LocationId HERE = new LocationId(1);
    private static final LocationId ELSEWHERE = new LocationId(2);
    private static final PractitionerId PIA = new PractitionerId(1);
    private static final PractitionerId QUENTIN = new PractitionerId(2);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void nineOClockStaysNineOClockWhenClocksChange() {
        for (var zone : List.of(BERLIN, NEW_YORK, LORD_HOWE)) {
            for (var change : List.of(
                    LocalDate.of(2026, 10, 25), // Berlin back
                    LocalDate.of(2027, 3, 28), // Berlin forward
                    LocalDate.of(2026, 11, 1), // New York back
                    LocalDate.of(2027, 3, 14), // New York forward
                    LocalDate.of(2026, 10, 4), // Lord Howe forward
                    LocalDate.of(2027, 4, 4))) { // Lord Howe back
                var times = FreeTimes.of(
                        service(60, 0, 0),
                        List.of(daily("09:00", "11:00")),
                        List.of(place(zone)),
                        change.minusDays(1),
                        3,
                        _ -> always());

                assertThat(times)
                        .as("%s around %s", zone, change)
                        .hasSize(15)
                        .extracting(time -> time.local().toLocalTime().toString())
                        .containsOnly("09:00", "09:15", "09:30", "09:45", "10:00");
            }
        }
    }

    @Test
    void theHourThatBerlinLeavesOutIsNotOffered() {
        assertThat(starts(BERLIN, LocalDate.of(2027, 3, 28), 30, "01:00", "04:00"))
                .containsExactly(
                        "01:00+01:00",
                        "01:15+01:00",
                        "01:30+01:00",
                        "01:45+01:00", // ends at 03:15, half an hour later
                        "03:00+02:00",
                        "03:15+02:00",
                        "03:30+02:00");
    }

    @Test
    void theHourThatBerlinHasTwiceIsOfferedTwice() {
        assertThat(starts(BERLIN, LocalDate.of(2026, 10, 25), 30, "01:30", "03:30"))
                .containsExactly(
                        "01:30+02:00",
                        "01:45+02:00",
                        "02:00+02:00",
                        "02:15+02:00",
                        "02:30+02:00",
                        "02:45+02:00",
                        "02:00+01:00",
                        "02:15+01:00",
                        "02:30+01:00",
                        "02:45+01:00",
                        "03:00+01:00");
    }

    @Test
    void hoursThatEndWhereAnHourComesTwiceEndBeforeItComes() {
        assertThat(starts(BERLIN, LocalDate.of(2026, 10, 25), 30, "01:00", "02:00"))
                .containsExactly("01:00+02:00", "01:15+02:00", "01:30+02:00");
    }

    @Test
    void newYorkChangesOnOtherDays() {
        assertThat(starts(NEW_YORK, LocalDate.of(2027, 3, 14), 60, "01:00", "04:00"))
                .containsExactly("01:00-05:00", "01:15-05:00", "01:30-05:00", "01:45-05:00", "03:00-04:00");
        assertThat(starts(NEW_YORK, LocalDate.of(2026, 11, 1), 60, "00:30", "02:30"))
                .containsExactly(
                        "00:30-04:00",
                        "00:45-04:00",
                        "01:00-04:00",
                        "01:15-04:00",
                        "01:30-04:00",
                        "01:45-04:00",
                        "01:00-05:00",
                        "01:15-05:00",
                        "01:30-05:00");
    }

    @Test
    void lordHoweIslandChangesByHalfAnHour() {
        assertThat(starts(LORD_HOWE, LocalDate.of(2026, 10, 4), 15, "01:30", "03:00"))
                .containsExactly("01:30+10:30", "01:45+10:30", "02:30+11:00", "02:45+11:00");
        assertThat(starts(LORD_HOWE, LocalDate.of(2027, 4, 4), 15, "01:00", "02:15"))
                .containsExactly(
                        "01:00+11:00",
                        "01:15+11:00",
                        "01:30+11:00",
                        "01:45+11:00",
                        "01:30+10:30",
                        "01:45+10:30",
                        "02:00+10:30");
    }

    @Test
    void hoursThatBeginInTheHourLeftOutBeginAfterIt() {
        assertThat(starts(BERLIN, LocalDate.of(2027, 3, 28), 15, "02:30", "03:30"))
                .containsExactly("03:00+02:00", "03:15+02:00");
        assertThat(starts(BERLIN, LocalDate.of(2027, 3, 28), 15, "01:30", "02:30"))
                .containsExactly("01:30+01:00", "01:45+01:00");
    }

    @Test
    void whatIsTakenIsNotOfferedBuffersIncluded() {
        var taken = new Span(at("10:00"), at("10:30"));

        assertThat(times(service(30, 0, 0), diary(PIA, "09:00", "11:30", taken)))
                .containsExactly("09:00", "09:15", "09:30", "10:30", "10:45", "11:00");
        assertThat(times(service(30, 10, 0), diary(PIA, "09:00", "11:30", taken)))
                .containsExactly("09:00", "09:15", "09:30", "10:45", "11:00");
        assertThat(times(service(30, 0, 10), diary(PIA, "09:00", "11:30", taken)))
                .containsExactly("09:00", "09:15", "10:30", "10:45", "11:00");
    }

    @Test
    void aServiceShorterThanAQuarterIsOfferedOneAfterTheOther() {
        assertThat(times(service(10, 0, 0), diary(PIA, "09:00", "09:35"))).containsExactly("09:00", "09:10", "09:20");
    }

    @Test
    void nothingIsOfferedThatWouldEndAfterTheHoursOrSpanABreak() {
        var morning = weekly("09:00", "10:00");
        var afternoon = weekly("10:30", "11:30");
        var diary = new Diary(PIA, List.of(morning, afternoon), List.of(), List.of());

        assertThat(times(service(60, 0, 0), diary)).containsExactly("09:00", "10:30");
    }

    @Test
    void hoursThatTouchAreOneStretch() {
        var diary = new Diary(PIA, List.of(weekly("10:00", "11:00"), weekly("09:00", "10:00")), List.of(), List.of());

        assertThat(times(service(60, 0, 0), diary)).contains("09:30");
    }

    @Test
    void aHolidayIsClosedAndHoursAddedForThatDayStandAllTheSame() {
        var closed = new Place(HERE, "Here", BERLIN, Set.of(MONDAY), Map.of());
        var added = new DayException(HERE, MONDAY, hours("14:00", "15:00"), true);

        assertThat(at(closed, diary(PIA, "09:00", "10:00"))).isEmpty();
        assertThat(at(closed, new Diary(PIA, List.of(weekly("09:00", "10:00")), List.of(added), List.of())))
                .containsExactly("14:00", "14:15", "14:30");
    }

    @Test
    void timeAwayFallsAwayForHoursOrTheWholeDay() {
        var away = new DayException(null, MONDAY, hours("09:30", "10:30"), false);
        var allDay = new DayException(null, MONDAY, null, false);
        var elsewhere = new DayException(ELSEWHERE, MONDAY, null, false);
        var week = List.of(weekly("09:00", "11:00"));

        assertThat(times(service(30, 0, 0), new Diary(PIA, week, List.of(away), List.of())))
                .containsExactly("09:00", "10:30");
        assertThat(times(service(30, 0, 0), new Diary(PIA, week, List.of(allDay), List.of())))
                .isEmpty();
        assertThat(times(service(30, 0, 0), new Diary(PIA, week, List.of(elsewhere), List.of())))
                .hasSize(7);
    }

    @Test
    void hoursCountFromTheirFirstDayToTheirLastAndAtTheirPlace() {
        var over = new WeeklyHours(
                HERE, DayOfWeek.MONDAY, hours("09:00", "10:00"), MONDAY.minusYears(1), MONDAY.minusDays(1));
        var notYet = new WeeklyHours(HERE, DayOfWeek.MONDAY, hours("10:00", "11:00"), MONDAY.plusDays(1), null);
        var there = new WeeklyHours(ELSEWHERE, DayOfWeek.MONDAY, hours("11:00", "12:00"), MONDAY, null);
        var lastDay = new WeeklyHours(HERE, DayOfWeek.MONDAY, hours("13:00", "13:30"), MONDAY, MONDAY);

        assertThat(times(
                        service(30, 0, 0), new Diary(PIA, List.of(over, notYet, there, lastDay), List.of(), List.of())))
                .containsExactly("13:00");
    }

    @Test
    void aRoomThatIsFreeIsNamedAndWithoutOneThereIsNoTime() {
        var taken = List.of(new Span(at("09:00"), at("10:00")));
        var one = new RoomId(1);
        var two = new RoomId(2);
        var place = new Place(HERE, "Here", BERLIN, Set.of(), Map.of(one, taken));
        var rooms = new LinkedHashMap<RoomId, List<Span>>();
        rooms.put(one, taken);
        rooms.put(two, List.of());
        var both = new Place(HERE, "Here", BERLIN, Set.of(), rooms);

        var needsRoom = needingRoom();
        assertThat(FreeTimes.of(
                        needsRoom, List.of(diary(PIA, "09:00", "11:00")), List.of(place), MONDAY, 1, _ -> always()))
                .isNotEmpty()
                .allMatch(time -> !time.start().isBefore(at("10:00")) && one.equals(time.room()));
        assertThat(FreeTimes.of(
                                needsRoom,
                                List.of(diary(PIA, "09:00", "11:00")),
                                List.of(both),
                                MONDAY,
                                1,
                                _ -> always())
                        .getFirst())
                .isEqualTo(new FreeTime(PIA, HERE, two, at("09:00"), BERLIN));
    }

    @Test
    void patientsBookNeitherTooLateNorTooFarAhead() {
        var service = service(30, 0, 0); // two hours' notice, ten days ahead
        var now = at("07:20");
        var open = service.openToPatients(now, BERLIN);

        assertThat(FreeTimes.of(
                        service, List.of(daily("09:00", "10:00")), List.of(place(BERLIN)), MONDAY, 30, _ -> open))
                .extracting(time -> time.local().toLocalDateTime().toString())
                .startsWith("2026-11-23T09:30")
                .endsWith("2026-12-03T09:30");
    }

    @Test
    void severalPractitionersAtOneMomentStayInTheirOrder() {
        assertThat(FreeTimes.of(
                        service(60, 0, 0),
                        List.of(diary(QUENTIN, "09:00", "10:00"), diary(PIA, "09:00", "10:00")),
                        List.of(place(BERLIN)),
                        MONDAY,
                        1,
                        _ -> always()))
                .extracting(FreeTime::practitioner)
                .containsExactly(QUENTIN, PIA);
    }

    private static List<String> starts(ZoneId zone, LocalDate day, int minutes, String from, String until) {
        return FreeTimes.of(
                        service(minutes, 0, 0),
                        List.of(daily(from, until)),
                        List.of(place(zone)),
                        day,
                        1,
                        _ -> always())
                .stream()
                .map(time ->
                        time.local().toLocalTime() + time.local().getOffset().getId())
                .toList();
    }

    private static List<String> times(BookableService service, Diary diary) {
        return FreeTimes.of(service, List.of(diary), List.of(place(BERLIN)), MONDAY, 1, _ -> always()).stream()
                .map(time -> time.local().toLocalTime().toString())
                .toList();
    }

    private static List<String> at(Place place, Diary diary) {
        return FreeTimes.of(service(30, 0, 0), List.of(diary), List.of(place), MONDAY, 1, _ -> always()).stream()
                .map(time -> time.local().toLocalTime().toString())
                .toList();
    }

    private static Span always() {
        return new Span(Instant.EPOCH, Instant.MAX);
    }

    private static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
    }

    private static Place place(ZoneId zone) {
        return new Place(HERE, "Here", zone, Set.of(), Map.of());
    }

    private static Diary diary(PractitionerId who, String from, String until, Span... taken) {
        return new Diary(who, List.of(weekly(from, until)), List.of(), List.of(taken));
    }

    private static Diary daily(String from, String until) {
        return new Diary(
                PIA,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new WeeklyHours(HERE, day, hours(from, until), LocalDate.EPOCH, null))
                        .toList(),
                List.of(),
                List.of());
    }

    private static WeeklyHours weekly(String from, String until) {
        return new WeeklyHours(HERE, DayOfWeek.MONDAY, hours(from, until), LocalDate.EPOCH, null);
    }

    private static LocalHours hours(String from, String until) {
        return new LocalHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static BookableService service(int minutes, int before, int after) {
        return new BookableService(
                new ServiceId(1),
                "Visit",
                "",
                "",
                minutes,
                before,
                after,
                null,
                null,
                true,
                false,
                false,
                120,
                1440,
                10,
                null);
    }

    private static BookableService needingRoom() {
        return new BookableService(
                new ServiceId(1), "Visit", "", "", 30, 0, 0, null, null, true, false, true, 120, 1440, 10, null);
    }
}
