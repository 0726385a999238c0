/** A patient's statement of account, on the record and as PDF. */
@NullMarked
package io.anteroom.tenantadmin.billing.statement;

import org.jspecify.annotations.NullMarked;
