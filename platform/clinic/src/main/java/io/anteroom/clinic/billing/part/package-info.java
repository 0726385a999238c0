/** Paying a part of an invoice, where the clinic allows that. */
@NullMarked
package io.anteroom.clinic.billing.part;

import org.jspecify.annotations.NullMarked;
