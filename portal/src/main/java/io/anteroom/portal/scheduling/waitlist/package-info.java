/** The waitlist's pages: what one waits for, and the times that are offered. */
@NullMarked
package io.anteroom.portal.scheduling.waitlist;

import org.jspecify.annotations.NullMarked;
