package io.anteroom.controlplane.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.webkit.PageWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void aTimeIsAbsoluteAndSaysItsZone() {
        assertThat(PageWriter.toString(Times.moment(Instant.parse("2026-03-27T09:15:02.123456Z"))))
                .isEqualTo("<time datetime=\"2026-03-27T09:15:02Z\" data-ago><span class=\"nowrap\">27 Mar 2026,</span>"
                        + " <span class=\"nowrap\">09:15:02 UTC</span></time>");
    }

    @Test
    void noTimeIsADash() {
        assertThat(PageWriter.toString(Times.moment(null))).isEqualTo("–");
    }
}
