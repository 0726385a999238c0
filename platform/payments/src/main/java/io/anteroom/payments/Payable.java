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
 * @param parts what can be paid by itself too and is paid with this, only whole, always the same of one reference, and more than
 *     one; empty for what is paid by itself
 */
public record Payable(PayableRef ref, Money due, boolean open, String description, List<PayablePart> parts) {

    /** Keeps its own copy. */
    public Payable {
        parts = List.copyOf(parts);
    }

    /** Of something that is paid by itself. */
    public Payable(PayableRef ref, Money due, boolean open, String description) {
        this(ref, due, open, description, List.of());
    }

    /** All that no other attempt may take the money of, as long as one at this is not over: itself, and what it is made of. */
    public List<PayableRef> claims() {
        return Stream.concat(Stream.of(ref), parts.stream().map(PayablePart::ref))
                .distinct()
                .toList();
    }
}
