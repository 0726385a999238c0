/** Tests. */
@NullMarked
package io.anteroom.tenantadmin.billing;

import org.jspecify.annotations.NullMarked;
