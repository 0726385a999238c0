package io.anteroom.clinic.billing.link;

import io.anteroom.payments.CheckoutStart;
import java.time.Instant;

/** What came of wanting to pay by a link. */
public sealed interface LinkPaying {

    /** The payments' answer: the card page, or why there is none. */
    record Asked(CheckoutStart start) implements LinkPaying {}

    /** The link leads nowhere: it never was one, is too old, or its invoice asks for nothing any more. */
    record Ended() implements LinkPaying {}

    /** One network has asked too often; when it may again. */
    record TooOften(Instant until) implements LinkPaying {}
}
