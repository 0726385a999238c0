/**
 * Questionnaires and answers as other software reads and writes them: files of FHIR R4 brought by staff ({@link
 * io.anteroom.clinic.questionnaire.fhir.QuestionnaireFile}), and documents made of a version ({@link
 * io.anteroom.clinic.questionnaire.fhir.QuestionnaireDocument}) and of its answers ({@link
 * io.anteroom.clinic.questionnaire.fhir.ResponseDocument}).
 */
@NullMarked
package io.anteroom.clinic.questionnaire.fhir;

import org.jspecify.annotations.NullMarked;
