package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.scheduling.appointment.WantedTime;
import java.util.UUID;

/**
 * A time that somebody nobody knows chose on a page.
 *
 * @param form drawn for the page
 * @param attempt different for each time of the page, and the same when it is sent again
 * @param puzzle the page's puzzle
 * @param answer what the browser worked out, or empty
 */
public record ChosenTime(WantedTime wanted, UUID form, UUID attempt, String puzzle, String answer) {}
