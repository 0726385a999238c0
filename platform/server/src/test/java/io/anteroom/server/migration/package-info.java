/** The role {@code migrate} as a process, and what keeps old and new releases apart. */
@NullMarked
package io.anteroom.server.migration;

import org.jspecify.annotations.NullMarked;
