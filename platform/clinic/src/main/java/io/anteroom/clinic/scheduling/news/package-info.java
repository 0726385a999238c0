/**
 * What patients are told of their appointments once an act can no longer be taken back: that one is booked, moved or
 * cancelled. {@link io.anteroom.clinic.scheduling.news.AppointmentContacts} says where it goes,
 * {@link io.anteroom.clinic.scheduling.news.AppointmentWords} how appointments read in messages, and {@link
 * io.anteroom.clinic.scheduling.news.AppointmentSettled} that this moment has come.
 */
@NullMarked
package io.anteroom.clinic.scheduling.news;

import org.jspecify.annotations.NullMarked;
