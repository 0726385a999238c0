/**
 * The clinic's questionnaires as staff make them: a draft that is changed item by item, published as a version that never changes
 * again, and retired once nobody is to be given it any more. Use {@link io.anteroom.clinic.questionnaire.library.Library} for the
 * questionnaires, {@link io.anteroom.clinic.questionnaire.library.Drafts} for what is being written.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.library;

import org.jspecify.annotations.NullMarked;
