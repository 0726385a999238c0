package io.anteroom.clinic.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FileSettingsTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void theDefaultsKeepFilesInTheDatabaseUnscanned() {
        var settings = bind(Map.of("anteroom.files.key", KEY));
        assertThat(settings.largest()).isEqualTo(DataSize.ofMegabytes(20));
        assertThat(settings.s3().set()).isFalse();
        assertThat(settings.s3().pathStyle()).isTrue();
        assertThat(settings.scanner().address()).isNull();
        assertThat(settings.scanner().timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void withoutAKeyOrWithAnotherThingNothingStarts() {
        assertThatThrownBy(() -> bind(Map.of("anteroom.files.largest", "1MB")))
                .rootCause()
                .hasMessageContaining("anteroom.files.key");
        assertThatThrownBy(() -> bind(Map.of("anteroom.files.key", "c2hvcnQ=")))
                .rootCause()
                .hasMessageContaining("anteroom.files.key");
    }

    @Test
    void keysStayOutOfLogs() {
        assertThat(bind(Map.of("anteroom.files.key", KEY, "anteroom.files.s3.secret-key", "hush"))
                        .toString())
                .doesNotContain(KEY)
                .doesNotContain("hush");
    }

    private static FileSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("anteroom.files", FileSettings.class)
                .get();
    }
}
