/** Tests of the image: what it would be, and that its files start. */
@NullMarked
package io.anteroom.image;

import org.jspecify.annotations.NullMarked;
