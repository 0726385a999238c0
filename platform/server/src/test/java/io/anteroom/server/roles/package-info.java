/** Each role started alone, as in production, and what it brings and does not bring. */
@NullMarked
package io.anteroom.server.roles;

import org.jspecify.annotations.NullMarked;
