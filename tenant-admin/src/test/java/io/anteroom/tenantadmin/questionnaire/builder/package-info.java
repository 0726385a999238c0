/** Tests of the staff's pages of questionnaires. */
@NullMarked
package io.anteroom.tenantadmin.questionnaire.builder;

import org.jspecify.annotations.NullMarked;
