/** Tests of the page staff land on. */
@NullMarked
package io.anteroom.tenantadmin.home;

import org.jspecify.annotations.NullMarked;
