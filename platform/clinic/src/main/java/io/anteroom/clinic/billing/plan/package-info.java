/**
 * Instalments: a plan over an invoice, offered by staff ({@link io.anteroom.clinic.billing.plan.PlanDesk}), accepted and stopped by a
 * payer ({@link io.anteroom.clinic.billing.plan.PatientPlans}), whose saved card the worker charges on the days that were agreed. Each
 * try is written down before Stripe is asked, and no other begins before it is known what came of it.
 */
@NullMarked
package io.anteroom.clinic.billing.plan;

import org.jspecify.annotations.NullMarked;
