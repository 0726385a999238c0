/**
 * Clinical records as patients read them, and those who act for patients. {@link
 * io.anteroom.clinic.record.reading.SharedRecords} is the only way in, and begins with an {@link
 * io.anteroom.clinic.access.elevation.ElevatedChart}: what its holder's access does not open, what is not released yet and what
 * the holder chose to wait for does not exist there.
 */
@NullMarked
package io.anteroom.clinic.record.reading;

import org.jspecify.annotations.NullMarked;
