/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.clinic.settings;

import org.jspecify.annotations.NullMarked;
