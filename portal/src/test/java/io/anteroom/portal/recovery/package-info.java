/** Tests of the pages of printed codes. */
@NullMarked
package io.anteroom.portal.recovery;

import org.jspecify.annotations.NullMarked;
