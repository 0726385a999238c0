/**
 * The clinic's questionnaires as staff keep them: the list, versions, import and export. Writing one is in {@code builder}, giving it
 * to patients in {@code giving}, reading what they answered in {@code answers}.
 */
@NullMarked
package io.anteroom.tenantadmin.questionnaire;

import org.jspecify.annotations.NullMarked;
