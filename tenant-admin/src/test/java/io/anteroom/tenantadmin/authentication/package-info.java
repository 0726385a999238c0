/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.tenantadmin.authentication;

import org.jspecify.annotations.NullMarked;
