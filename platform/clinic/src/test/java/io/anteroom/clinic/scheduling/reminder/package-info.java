/** Tests of reminders, by the clock that the worker reads. */
@NullMarked
package io.anteroom.clinic.scheduling.reminder;

import org.jspecify.annotations.NullMarked;
