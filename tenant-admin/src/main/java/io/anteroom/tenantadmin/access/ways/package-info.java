/** The other ways in of a patient, as staff see them: a password, passkeys, printed codes. */
@NullMarked
package io.anteroom.tenantadmin.access.ways;

import org.jspecify.annotations.NullMarked;
