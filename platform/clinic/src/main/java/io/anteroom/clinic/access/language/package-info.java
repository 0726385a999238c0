/** In which language a person is spoken to: what they chose, else their clinic's. */
@NullMarked
package io.anteroom.clinic.access.language;

import org.jspecify.annotations.NullMarked;
