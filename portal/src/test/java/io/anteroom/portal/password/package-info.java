/** Tests of the pages of passwords. */
@NullMarked
package io.anteroom.portal.password;

import org.jspecify.annotations.NullMarked;
