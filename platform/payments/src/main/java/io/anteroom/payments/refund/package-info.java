/** Giving money back, and hearing that some was. */
@NullMarked
package io.anteroom.payments.refund;

import org.jspecify.annotations.NullMarked;
