/** Paying several invoices with one payment: which of them, with what, and why not. */
@NullMarked
package io.anteroom.portal.billing.bundle;

import org.jspecify.annotations.NullMarked;
