/** Opening an account of limited access by oneself, and the home of somebody whose account opens no record. */
@NullMarked
package io.anteroom.portal.registration;

import org.jspecify.annotations.NullMarked;
