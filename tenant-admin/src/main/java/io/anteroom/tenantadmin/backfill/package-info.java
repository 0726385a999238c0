/** Setting credentials for all patients at once: what would be set, setting it, what became of it, taking it back. */
@NullMarked
package io.anteroom.tenantadmin.backfill;

import org.jspecify.annotations.NullMarked;
