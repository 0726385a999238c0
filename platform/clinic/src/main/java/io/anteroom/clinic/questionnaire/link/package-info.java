/**
 * Sending a questionnaire to somebody by email who has no access yet. The link opens nothing by itself: a code to the same address proves
 * who opens it, and begins an account of limited access to which the form is given.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.link;

import org.jspecify.annotations.NullMarked;
