/**
 * What clinics ask their patients, and what they say: in {@code definition} what a questionnaire is, in {@code logic} what follows
 * from answers, in {@code assignment} who was given which, in {@code answer} how a patient fills one in, in {@code review} how staff
 * read the answers, in {@code library} how they write questionnaires, and in {@code fhir} how other software reads and writes both.
 */
@NullMarked
package io.anteroom.clinic.questionnaire;

import org.jspecify.annotations.NullMarked;
