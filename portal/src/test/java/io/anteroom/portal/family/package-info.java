/** Tests of acting for somebody. */
@NullMarked
package io.anteroom.portal.family;

import org.jspecify.annotations.NullMarked;
