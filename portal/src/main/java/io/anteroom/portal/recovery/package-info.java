/** A person's printed codes: making them, seeing them once, removing them. Using one belongs to signing in. */
@NullMarked
package io.anteroom.portal.recovery;

import org.jspecify.annotations.NullMarked;
