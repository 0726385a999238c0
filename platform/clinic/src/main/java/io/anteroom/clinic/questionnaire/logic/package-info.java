/**
 * What follows from answers, without any database: which items are asked ({@link io.anteroom.clinic.questionnaire.logic.FilledForm}),
 * what is wrong with an answer, what the answers add up to, what somebody typed ({@link
 * io.anteroom.clinic.questionnaire.logic.TypedAnswer}), and what is asked on one screen ({@link
 * io.anteroom.clinic.questionnaire.logic.Screens}). All of it takes as many steps as there are items, and no more.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.logic;

import org.jspecify.annotations.NullMarked;
