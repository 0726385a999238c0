/** Tests of the list of everybody who can sign in. */
@NullMarked
package io.anteroom.clinic.access.directory;

import org.jspecify.annotations.NullMarked;
