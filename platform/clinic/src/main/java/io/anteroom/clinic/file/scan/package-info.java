/**
 * Whether a file carries something known to be harmful, asked of a scanner beside us: {@link io.anteroom.clinic.file.scan.ClamAv}.
 * Where none is set, nothing is asked and the file says so.
 */
@NullMarked
package io.anteroom.clinic.file.scan;

import org.jspecify.annotations.NullMarked;
