/**
 * The forms' pages: the list, one group of questions a screen, the review before a form is handed in, and what was handed in. Each
 * page works by plain forms; {@code questionnaire.js} saves each answer as it is given.
 */
@NullMarked
package io.anteroom.portal.questionnaire;

import org.jspecify.annotations.NullMarked;
