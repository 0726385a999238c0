@NullMarked
package io.anteroom.clinic.scheduling.deposit;

import org.jspecify.annotations.NullMarked;
