/** Tests of the forms' pages. */
@NullMarked
package io.anteroom.portal.questionnaire;

import org.jspecify.annotations.NullMarked;
