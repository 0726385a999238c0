/** The section Signing in of the tab Online access: what is wrong now, what to do about it, and what happened. */
@NullMarked
package io.anteroom.tenantadmin.access.support;

import org.jspecify.annotations.NullMarked;
