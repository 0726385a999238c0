/** Instalments as payers see, accept and stop them. */
@NullMarked
package io.anteroom.portal.billing.plan;

import org.jspecify.annotations.NullMarked;
