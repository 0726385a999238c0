/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.scheduling;

import org.jspecify.annotations.NullMarked;
