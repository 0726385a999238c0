/** The clinic's domain, a package per feature. {@link io.anteroom.clinic.ClinicConfiguration} is how others take it in. */
@NullMarked
package io.anteroom.clinic;

import org.jspecify.annotations.NullMarked;
