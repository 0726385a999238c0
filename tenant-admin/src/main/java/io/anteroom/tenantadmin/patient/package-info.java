/** Patients in the staff's web: the list, a record and its tabs, and taking patients in from a file. */
@NullMarked
package io.anteroom.tenantadmin.patient;

import org.jspecify.annotations.NullMarked;
