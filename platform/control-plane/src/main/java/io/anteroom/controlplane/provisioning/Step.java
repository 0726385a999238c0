package io.anteroom.controlplane.provisioning;

/** The doing of one step. */
interface Step {

    /** Which one it is. */
    ProvisioningStep step();

    /**
     * Does it, outside any transaction. May be called again after it was done, or half done, or while another process does
     * it: the outcome must be the same.
     *
     * @throws StepFailedException if it could not be done and the reason can be told
     */
    void run(Undertaking undertaking);
}
