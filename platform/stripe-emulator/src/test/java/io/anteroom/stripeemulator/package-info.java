/** Tests of the emulator, driven by Stripe's own client. */
@NullMarked
package io.anteroom.stripeemulator;

import org.jspecify.annotations.NullMarked;
