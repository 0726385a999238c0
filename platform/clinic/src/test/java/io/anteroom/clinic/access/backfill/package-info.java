/** Tests of setting credentials for all patients at once. */
@NullMarked
package io.anteroom.clinic.access.backfill;

import org.jspecify.annotations.NullMarked;
