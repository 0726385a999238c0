/** Charging a card on file for an invoice, by the permission of whoever keeps it. */
@NullMarked
package io.anteroom.tenantadmin.billing.card;

import org.jspecify.annotations.NullMarked;
