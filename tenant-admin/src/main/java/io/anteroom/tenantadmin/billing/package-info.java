/**
 * Invoices as the staff work with them: the list, writing a draft line by line, sending, making void, and what was paid.
 */
@NullMarked
package io.anteroom.tenantadmin.billing;

import org.jspecify.annotations.NullMarked;
