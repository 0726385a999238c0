/**
 * What patients answered, as staff read it: beside what they answered before, with its totals, to be marked as reviewed, printed and
 * taken along. Each look at answers is in the clinic's log. Use {@link io.anteroom.clinic.questionnaire.review.ReviewDesk}.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.review;

import org.jspecify.annotations.NullMarked;
