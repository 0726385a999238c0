/**
 * Booking on the clinic's public page, without signing in first. Its answers are the same whether the clinic knows somebody or
 * not, until a code was entered.
 */
@NullMarked
package io.anteroom.portal.newcomer;

import org.jspecify.annotations.NullMarked;
