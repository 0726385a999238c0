/** Tests of access to others' records. */
@NullMarked
package io.anteroom.clinic.access.family;

import org.jspecify.annotations.NullMarked;
