/** Tests of helping somebody who can't get in. */
@NullMarked
package io.anteroom.clinic.access.support;

import org.jspecify.annotations.NullMarked;
