/** The language a page of the portal is in: who chose it, and choosing another. */
@NullMarked
package io.anteroom.portal.language;

import org.jspecify.annotations.NullMarked;
