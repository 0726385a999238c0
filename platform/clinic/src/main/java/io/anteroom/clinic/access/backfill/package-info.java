/**
 * Setting credentials for all patients at once, from their contact details. {@link
 * io.anteroom.clinic.access.backfill.Backfill} is what staff do: look, carry out, take back. The worker does each of the
 * three some patients at a time, each time in one transaction that also notes how far it has come, so that a stop
 * anywhere loses and doubles nothing and two workers at once take turns.
 */
@NullMarked
package io.anteroom.clinic.access.backfill;

import org.jspecify.annotations.NullMarked;
