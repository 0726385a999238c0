/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.staff;

import org.jspecify.annotations.NullMarked;
