/** What it costs that patients sign in with a code. */
@NullMarked
package io.anteroom.bench.signin;

import org.jspecify.annotations.NullMarked;
