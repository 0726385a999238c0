/** Paying one invoice by the link in its mail, without signing in. */
@NullMarked
package io.anteroom.clinic.billing.link;

import org.jspecify.annotations.NullMarked;
