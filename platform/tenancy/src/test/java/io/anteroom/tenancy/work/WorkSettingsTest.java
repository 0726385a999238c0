package io.anteroom.tenancy.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkSettingsTest {

    @Test
    void theDefaultsSuitAWorkerOfItsOwn() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of("anteroom.work.threads", "8")))
                        .bind("anteroom.work", WorkSettings.class)
                        .get())
                .isEqualTo(
                        new WorkSettings(8, 2, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(25)));
    }

    @Test
    void noThreadsAndNoIntervalAreRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new WorkSettings(0, 2, second, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkSettings(8, 0, second, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkSettings(1, 1, Duration.ZERO, second, second))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pausesGrowFourfoldUpToAnHour() {
        assertThat(Failures.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Failures.pauseAfter(2)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Failures.pauseAfter(3)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Failures.pauseAfter(19)).isEqualTo(Duration.ofHours(1));
    }
}
