package io.anteroom.clinic.scheduling.slot;

/**
 * A time that staff chose by hand.
 *
 * @param time when, with whom and where, and in which room where one is needed
 * @param within whether it is within hours and touches neither blocked time nor another appointment
 */
public record Placing(BookableService service, FreeTime time, boolean within) {}
