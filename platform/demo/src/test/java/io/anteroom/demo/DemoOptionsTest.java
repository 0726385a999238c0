package io.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    @Test
    void aTakenPortIsNamedAndAnotherProposed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = new DemoOptions(taken.getLocalPort(), false, Path.of("unused"));

            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(options::requireFreePorts)
                    .withMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .withMessageContaining("-Ddemo.port=9000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eighty", "-1", "0", "65500", "123456"})
    void whatIsNoPortIsRefused(String asked) {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DemoOptions.port(asked))
                .withMessageContaining("-Ddemo.port=" + asked);
    }

    @Test
    void partsHaveAddressesOfTheirOwn() {
        var options = new DemoOptions(9000, false, Path.of("unused"));

        assertThat(options.address("app.")).hasToString("http://app.localhost:9000");
        assertThat(new int[] {options.port(), options.managementPort(), options.keycloakPort(), options.stripePort()})
                .doesNotHaveDuplicates();
    }
}
