package io.anteroom.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.passing.PassingFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MultipartLimitsTest {

    @Test
    void whatComesWithAFormPassesThroughTheFolderThatIsEmptiedWhenAProcessStarts() {
        var settings = new WebSettings("example.org", "https", List.of(), DataSize.ofMegabytes(30));
        var limits = new WebKitConfiguration().multipartLimits(settings);
        assertThat(limits.getLocation()).isEqualTo(PassingFolder.own().toString());
        assertThat(limits.getMaxRequestSize())
                .isEqualTo(DataSize.ofMegabytes(31).toBytes());
    }
}
