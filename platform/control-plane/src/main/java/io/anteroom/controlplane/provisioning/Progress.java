package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.SignUpId;
import java.util.List;

/**
 * How far the making of one tenant has come, for the person who waits for it.
 *
 * @param organisation its name
 * @param slug the address of its portal
 * @param state where it stands as a whole
 * @param steps all six, in order
 */
public record Progress(SignUpId id, String organisation, String slug, State state, List<StepRecord> steps) {

    /** Where it stands as a whole. */
    public enum State {
        RUNNING,
        FAILED,
        DONE
    }

    public Progress {
        steps = List.copyOf(steps);
    }

    /** How many steps are done. */
    public long done() {
        return steps.stream().filter(step -> step.state() == StepState.DONE).count();
    }
}
