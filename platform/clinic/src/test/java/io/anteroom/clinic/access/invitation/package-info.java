/** Tests of invitations. */
@NullMarked
package io.anteroom.clinic.access.invitation;

import org.jspecify.annotations.NullMarked;
