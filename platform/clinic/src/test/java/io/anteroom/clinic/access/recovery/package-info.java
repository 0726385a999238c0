/** Tests of printed codes on two clinics. */
@NullMarked
package io.anteroom.clinic.access.recovery;

import org.jspecify.annotations.NullMarked;
