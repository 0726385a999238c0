package io.anteroom.clinic.access.errand;

import io.anteroom.clinic.access.SignInAddress;

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
     * Whether anybody may begin it with any address. Then the codes that go to addresses nobody has are counted apart from
     * those of patients, and are fewer.
     */
    default boolean isForNewcomers() {
        return false;
    }

    /**
     * Runs the errand for somebody who has just proved to have {@code address}, within the transaction of that entry; done
     * twice it does it once.
     *
     * @return what came of it; anything but {@link ErrandResult.Done} has let nobody in and given nothing
     */
    ErrandResult run(String ref, SignInAddress address);
}
