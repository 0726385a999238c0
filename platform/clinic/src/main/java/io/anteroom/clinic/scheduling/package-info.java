/**
 * Appointments. Here are the numbers by which the parts of scheduling refer to one another's things; the parts are packages
 * below: what the clinic has set up, the times that are free, and the appointments themselves.
 */
@NullMarked
package io.anteroom.clinic.scheduling;

import org.jspecify.annotations.NullMarked;
