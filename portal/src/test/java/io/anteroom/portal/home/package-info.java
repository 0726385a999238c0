/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.portal.home;

import org.jspecify.annotations.NullMarked;
