/** Tests of the pages of contact details and preferences. */
@NullMarked
package io.anteroom.portal.profile;

import org.jspecify.annotations.NullMarked;
