/** Tests of invoices, on two clinics whose ids collide. */
@NullMarked
package io.anteroom.clinic.billing;

import org.jspecify.annotations.NullMarked;
