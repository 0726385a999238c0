/**
 * Reading things of several features in one statement, for pages that may cost no more: {@link
 * io.anteroom.clinic.reading.Beside} is what one feature has read beside the rows of another.
 */
@NullMarked
package io.anteroom.clinic.reading;

import org.jspecify.annotations.NullMarked;
