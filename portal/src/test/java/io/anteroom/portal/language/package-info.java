/** Tests of the language that pages are in. */
@NullMarked
package io.anteroom.portal.language;

import org.jspecify.annotations.NullMarked;
