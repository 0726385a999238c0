/** Tests of the fixtures. */
@NullMarked
package io.anteroom.testing;

import org.jspecify.annotations.NullMarked;
