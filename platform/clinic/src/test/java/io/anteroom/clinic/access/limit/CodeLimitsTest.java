package io.anteroom.clinic.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeLimitsTest {

    @Test
    void eachLockInARowIsLongerThanTheLast() {
        var minutes = IntStream.rangeClosed(1, 6)
                .mapToObj(CodeLimits::lock)
                .map(Duration::toMinutes)
                .toList();

        assertThat(minutes).isEqualTo(List.of(1L, 5L, 15L, 60L, 120L, 240L));
    }

    @Test
    void noLockIsLongerThanADay() {
        assertThat(CodeLimits.lock(9)).isEqualTo(Duration.ofHours(24));
        assertThat(CodeLimits.lock(1_000_000)).isEqualTo(Duration.ofHours(24));
    }
}
