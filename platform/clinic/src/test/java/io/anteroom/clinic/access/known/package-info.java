/** Tests of the list of known addresses. */
@NullMarked
package io.anteroom.clinic.access.known;

import org.jspecify.annotations.NullMarked;
