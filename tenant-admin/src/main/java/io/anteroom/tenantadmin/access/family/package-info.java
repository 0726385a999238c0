/** Other people's access to a patient's record: giving, changing and ending it on the tab Online access. */
@NullMarked
package io.anteroom.tenantadmin.access.family;

import org.jspecify.annotations.NullMarked;
