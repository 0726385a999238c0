/** Tests of who may sign in and to whose record. */
@NullMarked
package io.anteroom.clinic.access;

import org.jspecify.annotations.NullMarked;
