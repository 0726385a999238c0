package io.anteroom.tenantadmin.access.support;

/**
 * Something that happened at sign-in.
 *
 * @param at when, in the clinic's time
 * @param who whom it was about; empty for the patient
 * @param what in words what
 */
public record TimelineRow(String at, String who, String what) {}
