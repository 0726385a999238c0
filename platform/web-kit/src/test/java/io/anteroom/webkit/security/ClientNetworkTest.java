package io.anteroom.webkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientNetworkTest {

    @Test
    void oneCustomersAddressesOfTheNewKindCountAsOne() {
        assertThat(network("2001:db8:1:2:aaaa::1")).isEqualTo(network("2001:db8:1:2:bbbb:cccc:dddd:eeee"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("fe80::1%eth0")).isEqualTo(network("fe80::2"));
    }

    @Test
    void eachAddressOfTheOldKindCountsForItself() {
        assertThat(network("192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
        assertThat(network("::ffff:192.0.2.1")).isEqualTo(network("192.0.2.1"));
    }

    @Test
    void whatIsNoAddressCountsAsOne() {
        assertThat(network("unknown")).isEqualTo(network("192.0.2.1:8080"));
        assertThat(network("")).isEqualTo(network("_hidden"));
    }

    private static String network(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return ClientNetwork.of(request);
    }
}
