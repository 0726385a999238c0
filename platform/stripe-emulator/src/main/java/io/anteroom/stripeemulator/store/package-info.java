/**
 * What the emulator remembers, keyed by connected account and id, in memory and where asked for in a file; the clock it
 * goes by.
 */
@NullMarked
package io.anteroom.stripeemulator.store;

import org.jspecify.annotations.NullMarked;
