package io.anteroom.clinic.settings;

/** The current clinic's portal is being switched off; told in the transaction that does it. */
public record PortalSwitchedOff() {}
