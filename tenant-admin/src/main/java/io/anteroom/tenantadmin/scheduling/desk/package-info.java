/** What staff do with appointments: book for a patient, move, cancel, check in and the like. */
@NullMarked
package io.anteroom.tenantadmin.scheduling.desk;

import org.jspecify.annotations.NullMarked;
