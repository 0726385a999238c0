/**
 * The tab Records of a patient's record: what is in the clinical record, writing it, sharing it, correcting and withdrawing it; the
 * list of what waits to be released; and Settings, Clinical records.
 */
@NullMarked
package io.anteroom.tenantadmin.record;

import org.jspecify.annotations.NullMarked;
