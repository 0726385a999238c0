/** Documents that patients send: choosing and sending one, what became of those that were sent, and taking one back. */
@NullMarked
package io.anteroom.portal.document;

import org.jspecify.annotations.NullMarked;
