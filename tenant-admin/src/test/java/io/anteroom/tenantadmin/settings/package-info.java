/** Tests of the package of the same name. */
@NullMarked
package io.anteroom.tenantadmin.settings;

import org.jspecify.annotations.NullMarked;
