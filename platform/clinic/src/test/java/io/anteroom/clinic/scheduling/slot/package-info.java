@NullMarked
package io.anteroom.clinic.scheduling.slot;

import org.jspecify.annotations.NullMarked;
