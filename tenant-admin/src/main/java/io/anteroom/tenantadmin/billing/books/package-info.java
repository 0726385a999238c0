/** Files for the books. */
@NullMarked
package io.anteroom.tenantadmin.billing.books;

import org.jspecify.annotations.NullMarked;
