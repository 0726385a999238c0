package io.anteroom.clinic.scheduling.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkingDayTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocationId HIGH_STREET = new LocationId(1);
    private static final LocationId HARBOUR = new LocationId(2);
    private static final List<PlannedWeek> WEEKS = List.of(
            new PlannedWeek(HIGH_STREET, MONDAY.minusDays(100), null, week("9-12, 13-17")),
            new PlannedWeek(HARBOUR, MONDAY.minusDays(100), null, week("18-20")));

    @Test
    void theWeekSaysWhenItHolds() {
        assertThat(day(List.of(), List.of())).isEqualTo("{1=[09:00–12:00, 13:00–17:00], 2=[18:00–20:00]}");
        assertThat(WorkingDay.of(MONDAY.plusDays(1), WEEKS, List.of(), List.of())
                        .isFree())
                .isTrue();
        assertThat(WorkingDay.of(MONDAY.minusDays(105), WEEKS, List.of(), List.of())
                        .isFree())
                .isTrue();
    }

    @Test
    void anAbsenceTakesItsPartOutEverywhere() {
        assertThat(day(List.of(apart(false, "11-19", null)), List.of()))
                .isEqualTo("{1=[09:00–11:00], 2=[19:00–20:00]}");
        assertThat(day(List.of(apart(false, "10-11", null)), List.of()))
                .isEqualTo("{1=[09:00–10:00, 11:00–12:00, 13:00–17:00], 2=[18:00–20:00]}");
        assertThat(day(List.of(apart(false, "", null)), List.of())).isEqualTo("{}");
    }

    @Test
    void aHolidayClosesItsPlaceAndExtraHoursStandAllTheSame() {
        var fair = new Holiday(List.of(), MONDAY, MONDAY, HARBOUR, "Fair");
        var everywhere = new Holiday(List.of(), MONDAY.minusDays(1), MONDAY.plusDays(1), null, "Feast");

        assertThat(day(List.of(), List.of(fair))).isEqualTo("{1=[09:00–12:00, 13:00–17:00]}");
        assertThat(day(List.of(apart(true, "10-11", HARBOUR)), List.of(everywhere)))
                .isEqualTo("{2=[10:00–11:00]}");
    }

    @Test
    void hoursThatTouchAreOne() {
        assertThat(day(List.of(apart(true, "12-13", HIGH_STREET)), List.of()))
                .isEqualTo("{1=[09:00–17:00], 2=[18:00–20:00]}");
    }

    private static String day(List<DayApart> apart, List<Holiday> holidays) {
        return WorkingDay.of(MONDAY, WEEKS, apart, holidays).hours().toString();
    }

    private static DayApart apart(boolean works, String times, @Nullable LocationId where) {
        TimeSpan span = TypedTimes.span(times).orElse(null);
        return new DayApart(List.of(), MONDAY, MONDAY, span, works, where, "");
    }

    private static Week week(String monday) {
        return Week.read(new Typed(Map.of("monday", List.of(monday))));
    }
}
