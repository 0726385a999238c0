package io.anteroom.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void browsersAreNamedInWordsPeopleKnow() {
        assertThat(Device.of("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) Version/19.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(Device.of("Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/150.0.0.0 Mobile Safari/537.36"))
                .isEqualTo("Chrome on Android");
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0"))
                .isEqualTo("Edge on Windows");
        assertThat(Device.of("Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox on Mac");
    }

    @Test
    void whatSaysNothingOfItselfIsABrowser() {
        assertThat(Device.of(null)).isEqualTo("A browser on an unknown device");
        assertThat(Device.of("<script>")).isEqualTo("A browser on an unknown device");
    }

    @Test
    void noNameIsLongerThanTheColumn() {
        assertThat(Device.of("x".repeat(100_000)).length()).isLessThanOrEqualTo(100);
    }
}
