/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.tenantadmin.patient;

import org.jspecify.annotations.NullMarked;
