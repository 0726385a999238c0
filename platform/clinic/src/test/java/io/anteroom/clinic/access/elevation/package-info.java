/** Tests of the fresh check before clinical records. */
@NullMarked
package io.anteroom.clinic.access.elevation;

import org.jspecify.annotations.NullMarked;
