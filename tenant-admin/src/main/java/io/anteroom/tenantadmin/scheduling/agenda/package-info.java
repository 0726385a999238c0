/** The lists of appointments: a day's, requests to match, who did not come; and the file of each. */
@NullMarked
package io.anteroom.tenantadmin.scheduling.agenda;

import org.jspecify.annotations.NullMarked;
