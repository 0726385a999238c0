package io.anteroom.controlplane.signup;

/** The terms that are agreed to. The version is stored with each agreement. */
final class Terms {

    /** Changes whenever a word of the terms changes. */
    static final String VERSION = "2026-11";

    private Terms() {}
}
