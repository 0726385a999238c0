/** The page behind a link to a form that somebody was sent who has no access yet. */
@NullMarked
package io.anteroom.portal.questionnaire.link;

import org.jspecify.annotations.NullMarked;
