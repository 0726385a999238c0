package io.anteroom.clinic.access;

import java.util.Optional;

/**
 * What a kind of {@link Errand} needs from signing in: a code is sent to an address that may be nobody's yet, and who
 * enters it has proved to have the address. One bean per kind.
 */
public interface SignInErrand {

    /** The {@link Errand#kind()} it answers for. */
    String kind();

    /** Whether somebody at {@code address} may still run the errand; asked before a code is sent. */
    boolean isOpen(String ref, SignInAddress address);

    /**
     * Runs the errand for somebody who has just proved to have {@code address}, within the transaction of that entry; done
     * twice it does it once.
     *
     * @return what the person signs in with from now on, or nothing where the errand can't be run any more; then nothing
     *     was changed
     */
    Optional<Enrolled> run(String ref, SignInAddress address);
}
