package io.anteroom.portal.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * The time to which an appointment would be moved, as the page that asks shows it.
 *
 * @param when day and time, by the clocks of the place
 * @param zone words on these clocks, or null where they are the clinic's own
 * @param device the same for the browser
 * @param with who was chosen, or whoever is free
 * @param place the place's name
 */
public record MoveChoice(String when, @Nullable String zone, DeviceTime device, String with, String place) {}
