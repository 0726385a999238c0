/** Tests of the pages of links. */
@NullMarked
package io.anteroom.portal.link;

import org.jspecify.annotations.NullMarked;
