package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.Slug;

/** What is said about an address that cannot be a portal's. */
final class SlugWords {

    static final String TAKEN = "Someone else has this address. Choose another";

    private SlugWords() {}

    static String of(Slug.Problem problem) {
        return switch (problem) {
            case MISSING -> "Enter an address for your portal";
            case TOO_SHORT -> "Use 3 characters or more for the address";
            case TOO_LONG -> "Use 50 characters or fewer for the address";
            case OTHER_CHARACTERS -> "Use only the letters a to z, digits and hyphens for the address";
            case MISPLACED_HYPHEN -> "Put hyphens only between letters or digits, one at a time";
            case RESERVED -> "We use this address ourselves. Choose another";
        };
    }
}
