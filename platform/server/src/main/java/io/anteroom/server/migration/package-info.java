/**
 * The database's owner inside the application: the role {@code migrate} brings every schema up to date and ends, and
 * {@code worker} keeps spare schemas ready. No role that answers strangers holds the owner's login.
 */
@NullMarked
package io.anteroom.server.migration;

import org.jspecify.annotations.NullMarked;
