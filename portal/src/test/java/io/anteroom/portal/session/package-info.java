/** Tests. */
@NullMarked
package io.anteroom.portal.session;

import org.jspecify.annotations.NullMarked;
