/** Contact details that patients want changed: the queue, the answer, and what the clinic decides on it all. */
@NullMarked
package io.anteroom.tenantadmin.profile;

import org.jspecify.annotations.NullMarked;
