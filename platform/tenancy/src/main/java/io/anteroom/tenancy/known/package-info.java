/**
 * Which clinics know an address, by keyed hashes in the control schema: {@link io.anteroom.tenancy.known.KnownAddresses}. It
 * is for the role {@code worker} alone, which has the key. {@link io.anteroom.tenancy.known.KnownPortals} is how the
 * platform asks the clinics, and which they implement.
 */
@NullMarked
package io.anteroom.tenancy.known;

import org.jspecify.annotations.NullMarked;
