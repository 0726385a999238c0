package io.anteroom.webkit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** What limits count by: an IPv4 address, or the 64 bits of an IPv6 one that a customer is given whole (RFC 6177). */
public final class ClientNetwork {

    private static final int CUSTOMERS_BYTES = 8;

    /** Stands for all whose address nobody can say. */
    private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

    private ClientNetwork() {}

    /**
     * The address of whoever sent {@code request}: one and the same for all of whom it is unknown, since the connection is
     * gone or what a proxy passed on is no address.
     */
    public static InetAddress address(HttpServletRequest request) {
        String text = Objects.requireNonNullElse(request.getRemoteAddr(), "");
        try {
            return InetAddress.ofLiteral(text.replaceFirst("%.*$", ""));
        } catch (IllegalArgumentException noAddress) {
            return UNKNOWN;
        }
    }

    /** That of whoever sent {@code request}, as text to count by. */
    public static String of(HttpServletRequest request) {
        InetAddress address = address(request);
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), CUSTOMERS_BYTES))
                : address.getHostAddress();
    }
}
