/** Tests of the tab Online access. */
@NullMarked
package io.anteroom.tenantadmin.access;

import org.jspecify.annotations.NullMarked;
