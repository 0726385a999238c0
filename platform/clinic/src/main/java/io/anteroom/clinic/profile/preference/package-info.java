/**
 * How patients wish to be reached: by email or by text message, and when not. Whoever sends reminders and news asks {@link
 * io.anteroom.clinic.profile.preference.PatientPreferences} first.
 */
@NullMarked
package io.anteroom.clinic.profile.preference;

import org.jspecify.annotations.NullMarked;
