@NullMarked
package io.anteroom.clinic.scheduling.appointment;

import org.jspecify.annotations.NullMarked;
