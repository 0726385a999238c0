/** Offering instalments for an invoice, seeing how they stand, and stopping them. */
@NullMarked
package io.anteroom.tenantadmin.billing.plan;

import org.jspecify.annotations.NullMarked;
