/** Tests of the staff's pages of questionnaires. */
@NullMarked
package io.anteroom.tenantadmin.questionnaire;

import org.jspecify.annotations.NullMarked;
