/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.patient.intake;

import org.jspecify.annotations.NullMarked;
