/** Tests of what people sign in with. */
@NullMarked
package io.anteroom.clinic.access.credential;

import org.jspecify.annotations.NullMarked;
