/** The door that tests of the staff's pages come in by, and what it lets through. */
@NullMarked
package io.anteroom.tenantadmin.door;

import org.jspecify.annotations.NullMarked;
