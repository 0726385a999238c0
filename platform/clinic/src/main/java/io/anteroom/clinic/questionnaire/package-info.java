/**
 * What clinics ask their patients, and what they say: in {@code definition} what a questionnaire is, in {@code logic} what follows
 * from answers, in {@code assignment} who was given which, and in {@code answer} how a patient fills one in; in {@code library} how staff write them, and in {@code fhir} how they
 * are read from and written to files.
 */
@NullMarked
package io.anteroom.clinic.questionnaire;

import org.jspecify.annotations.NullMarked;
