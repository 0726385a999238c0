/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.lookup;

import org.jspecify.annotations.NullMarked;
