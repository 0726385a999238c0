/** Tests of what lets an account see a patient. */
@NullMarked
package io.anteroom.clinic.access.grant;

import org.jspecify.annotations.NullMarked;
