/** The fields of an invitation, for the forms that send one: a new patient's, and a record's window of access. */
@NullMarked
package io.anteroom.tenantadmin.invitation;

import org.jspecify.annotations.NullMarked;
