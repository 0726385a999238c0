package io.anteroom.payments;

import java.net.URI;

/**
 * Where the hosted payment page sends the person afterwards. {@code payment=<id>} is added to the query of both.
 *
 * @param paid absolute address to go to after paying; it calls {@link Payments#reconcile} before it says anything
 * @param left absolute address to go to for someone who turns back without paying
 */
public record CheckoutReturn(URI paid, URI left) {

    /**
     * @throws IllegalArgumentException if either is not absolute
     */
    public CheckoutReturn {
        if (!paid.isAbsolute() || !left.isAbsolute()) {
            throw new IllegalArgumentException("Return addresses must be absolute");
        }
    }
}
