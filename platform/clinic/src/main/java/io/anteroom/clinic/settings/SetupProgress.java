package io.anteroom.clinic.settings;

/**
 * How far a new clinic is. Each part is read from what is there, so that nobody ticks anything.
 *
 * @param branding a look of its own is published
 * @param sections the sections were looked at and published
 * @param patients there is a patient
 * @param payments patients can pay by card
 * @param portalOn patients can use the portal
 */
public record SetupProgress(boolean branding, boolean sections, boolean patients, boolean payments, boolean portalOn) {

    /** How many of the five are done. */
    public int done() {
        return (branding ? 1 : 0) + (sections ? 1 : 0) + (patients ? 1 : 0) + (payments ? 1 : 0) + (portalOn ? 1 : 0);
    }

    /** Whether nothing is left. */
    public boolean complete() {
        return done() == 5;
    }
}
