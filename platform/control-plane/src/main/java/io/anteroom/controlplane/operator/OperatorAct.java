package io.anteroom.controlplane.operator;

import io.anteroom.tenancy.EnumCode;

/** What an operator can do, as the log names it. */
public enum OperatorAct {
    /** A failed step of provisioning was started again. */
    RETRY_PROVISIONING("tried again to set up"),
    /** The portal was closed and the jobs paused. */
    SUSPEND("suspended"),
    /** The portal was opened again. */
    RESUME("resumed"),
    /** A job that was given up was put back into the queue. */
    RETRY_JOB("put back"),
    /** A job that was given up was thrown away. */
    DISCARD_JOB("threw away"),
    /** All jobs that wait for another try were made due. */
    HURRY_JOBS("had tried at once");

    private final String words;

    OperatorAct(String words) {
        this.words = words;
    }

    /** What the operator did, before the name of what they did it to. */
    public String words() {
        return words;
    }

    String key() {
        return EnumCode.of(this);
    }

    static OperatorAct ofKey(String key) {
        return EnumCode.find(OperatorAct.class, key)
                .orElseThrow(() -> new IllegalStateException("The log names no act of an operator"));
    }
}
