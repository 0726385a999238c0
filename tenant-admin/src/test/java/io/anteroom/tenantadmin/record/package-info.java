/** Tests of the staff's pages of clinical records. */
@NullMarked
package io.anteroom.tenantadmin.record;

import org.jspecify.annotations.NullMarked;
