/**
 * The clinical record: treatment plans, results, letters, notes, medications, allergies and documents that staff write and share.
 *
 * <p>{@link io.anteroom.clinic.record.RecordWriting} writes and corrects, {@link io.anteroom.clinic.record.RecordSharing} shares,
 * releases and withdraws, and {@link io.anteroom.clinic.record.RecordDesk} is how staff read. {@link
 * io.anteroom.clinic.record.ReleaseRules} says when what is shared is seen. Patients read by {@code
 * io.anteroom.clinic.record.reading} alone, and are told by {@code io.anteroom.clinic.record.news}.
 */
@NullMarked
package io.anteroom.clinic.record;

import org.jspecify.annotations.NullMarked;
