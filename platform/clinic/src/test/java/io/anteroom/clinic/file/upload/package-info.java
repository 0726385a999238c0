/** Tests of what people send over the web. */
@NullMarked
package io.anteroom.clinic.file.upload;

import org.jspecify.annotations.NullMarked;
