/** Tests of how often codes may be asked for and mistaken. */
@NullMarked
package io.anteroom.clinic.access.limit;

import org.jspecify.annotations.NullMarked;
