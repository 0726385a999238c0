package io.anteroom.clinic.access.directory;

/**
 * Which accounts are wanted, and in which order.
 *
 * @param typed part of a name, an email address or a mobile number; blank for everybody
 */
public record DirectoryQuery(String typed, DirectoryFilter filter, DirectorySort sort) {

    private static final int LONGEST = 100;

    /** Cuts what was typed to what can find anything. */
    public DirectoryQuery {
        typed = typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    /** Names nobody: what was typed is personal. */
    @Override
    public String toString() {
        return "DirectoryQuery[" + filter + ", " + sort + "]";
    }
}
