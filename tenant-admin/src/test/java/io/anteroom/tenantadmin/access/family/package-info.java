/** Tests of other people's access to a record. */
@NullMarked
package io.anteroom.tenantadmin.access.family;

import org.jspecify.annotations.NullMarked;
