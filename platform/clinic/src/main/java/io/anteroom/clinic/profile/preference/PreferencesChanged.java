package io.anteroom.clinic.profile.preference;

/** What came of changing preferences. */
public sealed interface PreferencesChanged {

    /** They are as wanted now. */
    record Saved() implements PreferencesChanged {}

    /** Nothing was changed: somebody else did, since the form was opened. */
    record Meanwhile(Preferences current) implements PreferencesChanged {}
}
