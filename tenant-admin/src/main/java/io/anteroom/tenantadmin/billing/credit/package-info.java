/** Credit notes on the staff's side: written for an invoice, and read as PDF. */
@NullMarked
package io.anteroom.tenantadmin.billing.credit;

import org.jspecify.annotations.NullMarked;
