/** Writing a questionnaire: the outline of its draft, and one item of it at a time. Every page works as plain forms. */
@NullMarked
package io.anteroom.tenantadmin.questionnaire.builder;

import org.jspecify.annotations.NullMarked;
