/**
 * The staff's search over everything at once, in one statement. It exports {@link io.anteroom.clinic.lookup.QuickSearch};
 * the lists of patients and of invoices have searches of their own.
 */
@NullMarked
package io.anteroom.clinic.lookup;

import org.jspecify.annotations.NullMarked;
