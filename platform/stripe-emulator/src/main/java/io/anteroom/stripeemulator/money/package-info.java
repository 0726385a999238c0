/** Where the money is: balance transactions, balance, payouts, refunds and disputes. */
@NullMarked
package io.anteroom.stripeemulator.money;

import org.jspecify.annotations.NullMarked;
