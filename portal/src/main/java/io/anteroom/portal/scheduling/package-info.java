/** Appointments as patients see, book, move and cancel them. Every page works without JavaScript; times are the place's. */
@NullMarked
package io.anteroom.portal.scheduling;

import org.jspecify.annotations.NullMarked;
