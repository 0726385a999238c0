/** Tests of the pages of the fresh check, and of what is behind it. */
@NullMarked
package io.anteroom.portal.elevation;

import org.jspecify.annotations.NullMarked;
