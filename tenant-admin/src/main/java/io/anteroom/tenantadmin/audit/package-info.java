/** The audit log in the staff's settings: who did what, when, to whose record. */
@NullMarked
package io.anteroom.tenantadmin.audit;

import org.jspecify.annotations.NullMarked;
