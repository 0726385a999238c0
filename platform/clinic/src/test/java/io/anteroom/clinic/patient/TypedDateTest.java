package io.anteroom.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {

    private static final LocalDate DAY = LocalDate.of(1980, 3, 27);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "27 3 1980",
                "27/3/1980",
                "27.03.1980",
                "27-03-1980",
                "1980-03-27",
                "1980/3/27",
                "27031980",
                "19800327",
                "27 Mar 1980",
                "27th March 1980",
                "27 march, 1980",
                "27Mar1980",
                "27-MAR-1980",
                "Mar 27 1980",
                "March 27th, 1980",
                "1980年3月27日",
                "1980-03-27 00:00:00",
                "1980-03-27T00:00:00.000Z",
                " 27/3/1980 "
            })
    void aDayIsReadInTheWaysPeopleTypeIt(String typed) {
        assertThat(TypedDate.read(typed, DateOrder.DAY_MONTH_YEAR)).contains(DAY);
    }

    @Test
    void theOrderSaysWhichNumberIsTheMonth() {
        assertThat(TypedDate.read("3/4/1980", DateOrder.DAY_MONTH_YEAR)).contains(LocalDate.of(1980, 4, 3));
        assertThat(TypedDate.read("3/4/1980", DateOrder.MONTH_DAY_YEAR)).contains(LocalDate.of(1980, 3, 4));
        assertThat(TypedDate.read("04031980", DateOrder.MONTH_DAY_YEAR)).contains(LocalDate.of(1980, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "27/3/80", "30 2 1980", "27/13/1980", "13/27/1980", "1980", "27 Foo 1980", "27/3", "0/3/1980"
            })
    void nothingIsGuessed(String typed) {
        assertThat(TypedDate.read(typed, DateOrder.DAY_MONTH_YEAR)).isEmpty();
    }

    @Test
    void wordsAreTheSameInEveryOrder() {
        assertThat(TypedDate.read("Sept 4, 1980", DateOrder.YEAR_MONTH_DAY)).contains(LocalDate.of(1980, 9, 4));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (DateOrder order : DateOrder.values()) {
            assertThat(TypedDate.read(order.write(DAY), order)).contains(DAY);
            assertThat(TypedDate.read(order.example(), order)).contains(DAY);
        }
    }
}
