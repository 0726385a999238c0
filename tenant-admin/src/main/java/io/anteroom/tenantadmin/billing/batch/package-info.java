/** Many drafts sent at once: chosen in the list, looked at once more, and followed until the last is seen to. */
@NullMarked
package io.anteroom.tenantadmin.billing.batch;

import org.jspecify.annotations.NullMarked;
