/** How soon patients see free times, whatever the clinic's past. */
@NullMarked
package io.anteroom.bench.appointment;

import org.jspecify.annotations.NullMarked;
