/** Tests. */
@NullMarked
package io.anteroom.portal.billing;

import org.jspecify.annotations.NullMarked;
