/** The tab Online access of a patient's record: credentials, sessions and what happened at sign-in. */
@NullMarked
package io.anteroom.tenantadmin.access;

import org.jspecify.annotations.NullMarked;
