/**
 * Pictures that people send, decoded within bounds. {@link io.anteroom.clinic.picture.PictureReader} gives pixels, so that what is
 * kept and shown is always encoded anew and never the file that came.
 */
@NullMarked
package io.anteroom.clinic.picture;

import org.jspecify.annotations.NullMarked;
