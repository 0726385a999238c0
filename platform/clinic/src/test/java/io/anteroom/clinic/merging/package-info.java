/** Tests of merging on a real PostgreSQL with two clinics. */
@NullMarked
package io.anteroom.clinic.merging;

import org.jspecify.annotations.NullMarked;
