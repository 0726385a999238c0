/** Tests of the pages of accounts people open. */
@NullMarked
package io.anteroom.portal.registration;

import org.jspecify.annotations.NullMarked;
