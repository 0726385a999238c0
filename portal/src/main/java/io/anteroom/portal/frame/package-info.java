/**
 * The frame around the portal's pages: the clinic's look, the navigation, and who is signed in.
 */
@NullMarked
package io.anteroom.portal.frame;

import org.jspecify.annotations.NullMarked;
