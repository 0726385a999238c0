/** Giving questionnaires to patients: from a patient's record, and to many at once. */
@NullMarked
package io.anteroom.tenantadmin.questionnaire.giving;

import org.jspecify.annotations.NullMarked;
