/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.scheduling.setup;

import org.jspecify.annotations.NullMarked;
