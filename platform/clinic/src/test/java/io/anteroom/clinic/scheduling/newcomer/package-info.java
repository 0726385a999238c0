@NullMarked
package io.anteroom.clinic.scheduling.newcomer;

import org.jspecify.annotations.NullMarked;
