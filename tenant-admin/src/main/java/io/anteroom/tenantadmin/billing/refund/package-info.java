/** Giving back what was paid on an invoice: asked for, looked at once more, and done. */
@NullMarked
package io.anteroom.tenantadmin.billing.refund;

import org.jspecify.annotations.NullMarked;
