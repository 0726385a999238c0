/** Documents that patients sent: the list of what waits, deciding about one, and those on a patient's record. */
@NullMarked
package io.anteroom.tenantadmin.document;

import org.jspecify.annotations.NullMarked;
