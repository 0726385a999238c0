package io.anteroom.clinic.access;

import java.security.SecureRandom;

/** A source of codes that says which comes next; of tokens a real one. */
class ChosenCodes extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private volatile int upcoming;

    /** The next codes are {@code first} and the ones after it. */
    void startAt(int first) {
        upcoming = first;
    }

    @Override
    public synchronized int nextInt(int bound) {
        if (bound != 1_000_000) {
            throw new IllegalArgumentException("A code has a million values, not " + bound);
        }
        int code = upcoming;
        upcoming = code + 1;
        return code;
    }
}
