/**
 * Settings > Payments: connecting the clinic's own account for card payments on the payment provider's hosted page.
 */
@NullMarked
package io.anteroom.tenantadmin.payments;

import org.jspecify.annotations.NullMarked;
