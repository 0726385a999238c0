/**
 * Who runs the platform: how operators sign in, the frame of their pages, and the log of what they did.
 *
 * <p>Keycloak signs them in and names the realm's roles; who lacks the operators' role is refused whatever else they are.
 * Controllers take an {@link io.anteroom.controlplane.operator.Operator} argument, and whatever changes something records
 * it in the {@link io.anteroom.controlplane.operator.OperatorLog} in the same transaction, with a reason.
 */
@NullMarked
package io.anteroom.controlplane.operator;

import org.jspecify.annotations.NullMarked;
