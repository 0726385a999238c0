package io.anteroom.clinic.questionnaire.logic;

/**
 * What is wrong with an answer.
 *
 * @param path whose
 * @param words what to do about it, in the language of whoever asks
 */
public record Problem(ItemPath path, String words) {}
