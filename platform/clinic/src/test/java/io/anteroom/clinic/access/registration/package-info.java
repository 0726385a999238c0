/** Tests of accounts that people open. */
@NullMarked
package io.anteroom.clinic.access.registration;

import org.jspecify.annotations.NullMarked;
