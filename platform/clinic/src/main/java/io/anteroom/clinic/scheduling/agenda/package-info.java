/**
 * The staff's lists of appointments: a day's, the requests to match, who did not come; as pages, as a file and as figures. It
 * reads what begins between two days by the index on practitioner and start, and changes nothing.
 */
@NullMarked
package io.anteroom.clinic.scheduling.agenda;

import org.jspecify.annotations.NullMarked;
