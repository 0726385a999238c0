/** Who waits for a time, and who is offered one. */
@NullMarked
package io.anteroom.clinic.scheduling.waitlist;

import org.jspecify.annotations.NullMarked;
