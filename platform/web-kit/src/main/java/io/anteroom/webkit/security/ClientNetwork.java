package io.anteroom.webkit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What limits count by: an IPv4 address, or the 64 bits of an IPv6 one that a customer is given whole (RFC 6177). */
public final class ClientNetwork {

    private static final int CUSTOMERS_BYTES = 8;

    private ClientNetwork() {}

    /** That of whoever sent {@code request}, as text to count by. */
    public static String of(HttpServletRequest request) {
        String text = request.getRemoteAddr();
        InetAddress address = InetAddress.ofLiteral(text.replaceFirst("%.*$", ""));
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), CUSTOMERS_BYTES))
                : address.getHostAddress();
    }
}
