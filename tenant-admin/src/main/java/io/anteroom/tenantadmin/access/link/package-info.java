/** Links and QR codes that lead patients into the portal: on the record, and on a poster for the desk. */
@NullMarked
package io.anteroom.tenantadmin.access.link;

import org.jspecify.annotations.NullMarked;
