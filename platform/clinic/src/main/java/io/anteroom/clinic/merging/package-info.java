/**
 * Makes two records of one person one. {@link io.anteroom.clinic.merging.MergeRules} says what moves, what ends and what
 * keeps two records apart; {@link io.anteroom.clinic.merging.Merging} shows it and does it. It uses the features whose
 * tables refer to a patient, and none of them knows it.
 */
@NullMarked
package io.anteroom.clinic.merging;

import org.jspecify.annotations.NullMarked;
