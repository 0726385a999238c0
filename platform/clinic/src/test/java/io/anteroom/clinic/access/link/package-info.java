/** Tests of patients' links. */
@NullMarked
package io.anteroom.clinic.access.link;

import org.jspecify.annotations.NullMarked;
