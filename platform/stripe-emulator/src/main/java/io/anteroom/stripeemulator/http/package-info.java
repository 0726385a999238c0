/** The listener, the shape of requests, answers and errors, idempotency keys, and faults on demand. */
@NullMarked
package io.anteroom.stripeemulator.http;

import org.jspecify.annotations.NullMarked;
