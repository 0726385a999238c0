package io.anteroom.clinic.access.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request for a code came from.
 *
 * @param host the portal's host without port, for the last line of the text message; one the directory knows
 * @param network the address on the internet that asked
 * @param browser what the browser holds from an earlier request, if anything
 */
public record AskedFrom(
        String host, InetAddress network, @Nullable BrowserToken browser) {

    private static final int IPV6_NETWORK_BYTES = 8;

    /** What is counted: an IPv4 address, or the /64 that one IPv6 household has. */
    public String networkKey() {
        byte[] bytes = network.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES)));
    }
}
