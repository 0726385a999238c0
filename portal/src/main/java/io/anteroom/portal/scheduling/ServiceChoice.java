package io.anteroom.portal.scheduling;

/**
 * A service to choose.
 *
 * @param url where its times are
 * @param description a sentence or two on it; may be empty
 * @param facts how long it takes and what it costs
 */
public record ServiceChoice(String url, String name, String description, String facts) {}
