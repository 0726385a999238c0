package io.anteroom.clinic.scheduling.hours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9|09:00",
                "9:30|09:30",
                "9.30|09:30",
                "0930|09:30",
                "5 pm|17:00",
                "12am|00:00",
                "12:15 p.m.|12:15",
                "23:59|23:59",
                "９：００|09:00"
            })
    void aTimeIsReadAsPeopleTypeIt(String typed, String meant) {
        assertThat(TypedTimes.time(typed)).get().hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "9:60", "13 pm", "0am", "nine", "9:3", "99999"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(TypedTimes.time(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-12:30, 13:30-17|[09:00–12:30, 13:30–17:00]",
                "13:30 – 17:00; 9 to 12.30|[09:00–12:30, 13:30–17:00]",
                "9-12 and 2pm-5pm|[09:00–12:00, 14:00–17:00]",
                "9-12,12-17|[09:00–12:00, 12:00–17:00]",
                "' '|[]"
            })
    void spansAreReadInAnyOrder(String typed, String meant) {
        assertThat(TypedTimes.spans(typed)).get().hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-12, 11-14", "17-9", "9-9", "9", "9-12-15", "9-12,", "22-24"})
    void spansThatOverlapOrAreNoneAreNotGuessed(String typed) {
        assertThat(TypedTimes.spans(typed)).isEmpty();
    }
}
