/** The waitlist as staff see it: who waits for what, what was offered, and what became of it. */
@NullMarked
package io.anteroom.tenantadmin.scheduling.waitlist;

import org.jspecify.annotations.NullMarked;
