/** Merging two records of one patient: finding the other, comparing both, seeing what moves, and doing it. */
@NullMarked
package io.anteroom.tenantadmin.merging;

import org.jspecify.annotations.NullMarked;
