package io.anteroom.tenantadmin.access.support;

/** Something that happened at sign-in: when, in the clinic's time, and in words what. */
public record TimelineRow(String at, String what) {}
