/** Tests of the list of credentials and of backfills, as pages. */
@NullMarked
package io.anteroom.tenantadmin.directory;

import org.jspecify.annotations.NullMarked;
