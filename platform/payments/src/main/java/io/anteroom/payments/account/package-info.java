/** The connected account of a clinic: opening it, and what it may do. */
@NullMarked
package io.anteroom.payments.account;

import org.jspecify.annotations.NullMarked;
