/**
 * Statements of account: what one patient was invoiced, credited and given back, and has paid, between two days. Its balance is
 * always what the invoices themselves say: what is to pay, less what is to be given back.
 */
@NullMarked
package io.anteroom.clinic.billing.statement;

import org.jspecify.annotations.NullMarked;
