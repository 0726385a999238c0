/**
 * Work for later.
 *
 * <p>A tenant's transaction leaves a pointer (kind and reference, no content) in the database's one queue through
 * {@link io.anteroom.tenancy.work.WorkQueue}; the act and its consequence commit together. The {@code worker} role,
 * {@link io.anteroom.tenancy.work.WorkConfiguration}, takes the pointer, enters that tenant and calls the
 * {@link io.anteroom.tenancy.work.WorkHandler} of the kind. The platform's own work, which has no tenant, goes the same
 * way through {@link io.anteroom.tenancy.work.PlatformWorkQueue} to a {@link io.anteroom.tenancy.work.PlatformWorkHandler}.
 */
@NullMarked
package io.anteroom.tenancy.work;

import org.jspecify.annotations.NullMarked;
