/** Tests of the pages of invitations. */
@NullMarked
package io.anteroom.portal.invitation;

import org.jspecify.annotations.NullMarked;
