/**
 * The making of a tenant: six steps, each safe to repeat, each recorded in the control schema, run by the worker until
 * all are done.
 *
 * <p>{@link io.anteroom.controlplane.provisioning.Provisioning} starts one in the caller's control transaction;
 * {@link io.anteroom.controlplane.provisioning.Progress} is what the person waiting sees, and
 * {@link io.anteroom.controlplane.provisioning.ProvisioningBoard} what operators see. A tenant answers requests only after
 * the last step, so a process that dies anywhere leaves nothing half open.
 */
@NullMarked
package io.anteroom.controlplane.provisioning;

import org.jspecify.annotations.NullMarked;
