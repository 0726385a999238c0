/** Tests of instalments, against the payment provider's emulator. */
@NullMarked
package io.anteroom.clinic.billing.plan;

import org.jspecify.annotations.NullMarked;
