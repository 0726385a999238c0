/**
 * Acting for somebody: choosing for whom, and changing it. A page that shows what belongs to a patient is one of the
 * patient acted for, or is marked {@link io.anteroom.portal.frame.OfAnyPatient} and says whom it is of.
 */
@NullMarked
package io.anteroom.portal.family;

import org.jspecify.annotations.NullMarked;
