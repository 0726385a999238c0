/** What the clinic has decided about what patients do online with appointments: the cap, and what is left to the phone. */
@NullMarked
package io.anteroom.clinic.scheduling.rules;

import org.jspecify.annotations.NullMarked;
