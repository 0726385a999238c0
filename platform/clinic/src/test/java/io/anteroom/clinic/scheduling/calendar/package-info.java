@NullMarked
package io.anteroom.clinic.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
