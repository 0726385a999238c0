/**
 * The clinical record as a patient reads it, and whoever acts for the patient: what there is, each entry, and when to see new ones.
 * Every page is behind the fresh check, and begins with {@link io.anteroom.clinic.record.reading.VisibleRecords}.
 */
@NullMarked
package io.anteroom.portal.record;

import org.jspecify.annotations.NullMarked;
