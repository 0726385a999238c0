/**
 * In which language a page of a portal is: the person's own, else the browser's choice of what the clinic offers, else the
 * clinic's. Bound to each request, and asked for when the first text is said.
 */
@NullMarked
package io.anteroom.webkit.language;

import org.jspecify.annotations.NullMarked;
