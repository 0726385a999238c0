/** Tests. */
@NullMarked
package io.anteroom.portal.signin;

import org.jspecify.annotations.NullMarked;
