/**
 * Elevation: the fresh check before clinical records, for a while and in one session alone.
 *
 * <p>{@link io.anteroom.clinic.access.elevation.Elevation} sends and takes its codes, opens and locks. What may only be
 * shown meanwhile begins with an {@link io.anteroom.clinic.access.elevation.ElevatedChart}, which exists only while it is
 * open; the first such thing is {@link io.anteroom.clinic.access.elevation.RecordLog}, who used a record.
 */
@NullMarked
package io.anteroom.clinic.access.elevation;

import org.jspecify.annotations.NullMarked;
