/**
 * What patients are told of forms by mail or text message: that they were given one, and that it is due. A row for each message to
 * come decides nothing: when it is due, it is asked whether the form is still open. One piece of work in the queue for each clinic is due
 * with its next message.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.message;

import org.jspecify.annotations.NullMarked;
