/**
 * Who was given which form, and how far it is: {@link io.anteroom.clinic.questionnaire.assignment.Assignments} is what staff do,
 * {@link io.anteroom.clinic.questionnaire.assignment.PatientForms} the portal's only way to any. Assigning, withdrawing and completing are
 * in the audit log, without the title: what is asked may say what is treated.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.assignment;

import org.jspecify.annotations.NullMarked;
