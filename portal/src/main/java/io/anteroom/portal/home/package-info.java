/** The page that answers what there is to do. */
@NullMarked
package io.anteroom.portal.home;

import org.jspecify.annotations.NullMarked;
