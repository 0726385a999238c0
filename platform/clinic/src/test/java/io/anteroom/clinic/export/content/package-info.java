/** The copy of everything about a patient, as other software reads it. */
@NullMarked
package io.anteroom.clinic.export.content;

import org.jspecify.annotations.NullMarked;
