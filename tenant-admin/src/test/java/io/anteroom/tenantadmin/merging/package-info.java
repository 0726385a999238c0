/** Tests of the pages that merge two records. */
@NullMarked
package io.anteroom.tenantadmin.merging;

import org.jspecify.annotations.NullMarked;
