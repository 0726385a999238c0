package io.anteroom.payments.attempt;

import io.anteroom.payments.attempt.StoredPayment.Page;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for an attempt's page among all of the account's.
 *
 * @param certain whether all were looked at; where not, there may be one all the same
 */
record LookUp(@Nullable Page page, boolean certain) {}
