/** Tests of passwords. */
@NullMarked
package io.anteroom.clinic.access.password;

import org.jspecify.annotations.NullMarked;
