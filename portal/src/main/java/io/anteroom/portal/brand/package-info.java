/** What a portal shows of its clinic to anybody: the logo, the privacy text, and that it is closed. */
@NullMarked
package io.anteroom.portal.brand;

import org.jspecify.annotations.NullMarked;
