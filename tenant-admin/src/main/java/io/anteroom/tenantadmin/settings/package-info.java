/** Settings > Patient Portal: the switch, the sections, the clinic's look with a preview, and publishing. */
@NullMarked
package io.anteroom.tenantadmin.settings;

import org.jspecify.annotations.NullMarked;
