/** Requests to match: accounts that people opened by themselves, and whose record is whose. */
@NullMarked
package io.anteroom.tenantadmin.access.registration;

import org.jspecify.annotations.NullMarked;
