/**
 * What a questionnaire is: an immutable tree of {@link io.anteroom.clinic.questionnaire.definition.Item}s, read from and written to
 * FHIR R4 JSON by {@link io.anteroom.clinic.questionnaire.definition.QuestionnaireJson}, and the {@link
 * io.anteroom.clinic.questionnaire.definition.Value}s that answers are made of. Published versions are had from {@link
 * io.anteroom.clinic.questionnaire.definition.PublishedVersions}.
 *
 * <p>The model holds what Anteroom can show and nothing else. Reading is strict: whatever a document says that has no place here
 * is a {@link io.anteroom.clinic.questionnaire.definition.NotSupported} with its place, so that no form is ever shown half.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.definition;

import org.jspecify.annotations.NullMarked;
