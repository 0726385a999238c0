package io.anteroom.controlplane.signup;

import io.anteroom.webkit.Badge;

/**
 * What is said about an address while it is typed.
 *
 * @param tone how it is coloured
 * @param text the sentence
 */
public record SlugStatus(Badge.Tone tone, String text) {

    static SlugStatus free(String host) {
        return new SlugStatus(Badge.Tone.GOOD, host + " is free");
    }

    static SlugStatus not(String why) {
        return new SlugStatus(Badge.Tone.BAD, why);
    }

    static SlugStatus later() {
        return new SlugStatus(Badge.Tone.QUIET, "We check this address when you continue");
    }
}
