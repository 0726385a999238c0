/** Tests of browsers that are signed in. */
@NullMarked
package io.anteroom.clinic.access.session;

import org.jspecify.annotations.NullMarked;
