package io.anteroom.controlplane.provisioning;

import java.util.Locale;

/** How far a step is. */
public enum StepState {
    /** Those before it are not done. */
    WAITING,
    /** It is being done; or the process doing it died, and another will take it up. */
    RUNNING,
    /** It went wrong and will be tried again. */
    RETRYING,
    /** It went wrong too often; somebody must look at it. */
    FAILED,
    /** Done. */
    DONE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
