/** Tests of the portal as browsers use it. */
@NullMarked
package io.anteroom.portal;

import org.jspecify.annotations.NullMarked;
