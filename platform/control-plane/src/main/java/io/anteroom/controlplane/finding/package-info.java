/**
 * Find my clinic: somebody who no longer knows where a clinic's portal is types an address on the front page, and the
 * portals that know it are sent there. The page learns nothing: it leaves a search for the worker, and says the same to
 * everybody. Exports its beans, and {@link io.anteroom.controlplane.finding.FindingSettings}.
 */
@NullMarked
package io.anteroom.controlplane.finding;

import org.jspecify.annotations.NullMarked;
