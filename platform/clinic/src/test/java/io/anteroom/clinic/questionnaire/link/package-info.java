/** Tests of links to forms. */
@NullMarked
package io.anteroom.clinic.questionnaire.link;

import org.jspecify.annotations.NullMarked;
