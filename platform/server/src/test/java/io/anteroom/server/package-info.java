/** Tests of the whole application: its structure, its isolation, and the way through it. */
@NullMarked
package io.anteroom.server;

import org.jspecify.annotations.NullMarked;
