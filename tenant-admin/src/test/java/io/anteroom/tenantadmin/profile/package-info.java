/** Tests of the pages of contact details and preferences. */
@NullMarked
package io.anteroom.tenantadmin.profile;

import org.jspecify.annotations.NullMarked;
