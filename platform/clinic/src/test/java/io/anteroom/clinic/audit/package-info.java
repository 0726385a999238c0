/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.audit;

import org.jspecify.annotations.NullMarked;
