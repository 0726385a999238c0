package io.anteroom.clinic.questionnaire.definition;

/**
 * What a document says and a {@link Questionnaire} can't.
 *
 * @param place where it stands, as FHIR writes paths: {@code item[2].item[0].enableWhen[1]}
 * @param linkId of the item, empty for the questionnaire itself
 * @param what in plain words, as staff read it: {@code The answers come from a list outside of the form}
 * @param blocks whether the form can't be shown whole without it; otherwise what is lost is only a matter of looks or for other software
 */
public record NotSupported(String place, String linkId, String what, boolean blocks) {}
