package io.anteroom.payments;

import java.util.List;
import java.util.stream.Stream;

/**
 * What its owner says of something that can be paid, at this moment.
 *
 * @param ref which one
 * @param due what is still owed; nothing if it is paid
 * @param open whether it may be paid: not a draft, not void, not paid
 * @param description one line for the payment page and the card statement's details, without health data, like {@code
 *     Invoice 2026-0017}
 * @param parts what else can be paid by itself and is paid with this, always the same of one reference; empty for most
 */
public record Payable(PayableRef ref, Money due, boolean open, String description, List<PayableRef> parts) {

    public Payable {
        parts = List.copyOf(parts);
    }

    /** Of something that is paid by itself. */
    public Payable(PayableRef ref, Money due, boolean open, String description) {
        this(ref, due, open, description, List.of());
    }

    /** All that no other attempt may take the money of, as long as one at this is not over: itself, and what it is made of. */
    public List<PayableRef> claims() {
        return Stream.concat(Stream.of(ref), parts.stream()).distinct().toList();
    }
}
