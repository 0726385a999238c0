/**
 * The staff's calendar: what is booked and blocked between two moments, and when practitioners work on a day, read at once.
 * It changes nothing.
 */
@NullMarked
package io.anteroom.clinic.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
