/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.tenantadmin.scheduling;

import org.jspecify.annotations.NullMarked;
