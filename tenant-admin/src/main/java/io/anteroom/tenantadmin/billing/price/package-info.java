/** Settings, Prices: the list that lines of invoices are taken from. */
@NullMarked
package io.anteroom.tenantadmin.billing.price;

import org.jspecify.annotations.NullMarked;
