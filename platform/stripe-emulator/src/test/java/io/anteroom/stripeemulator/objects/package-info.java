/** Holds the emulator's JSON and parameters against the classes of Stripe's own client. */
@NullMarked
package io.anteroom.stripeemulator.objects;

import org.jspecify.annotations.NullMarked;
