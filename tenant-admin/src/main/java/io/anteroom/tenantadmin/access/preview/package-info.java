/** What somebody with access to a patient's record sees in the portal, for staff to look at: made up on the tab Online access. */
@NullMarked
package io.anteroom.tenantadmin.access.preview;

import org.jspecify.annotations.NullMarked;
