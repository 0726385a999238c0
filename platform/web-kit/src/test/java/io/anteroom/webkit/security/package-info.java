/** Tests of what holds on every response. */
@NullMarked
package io.anteroom.webkit.security;

import org.jspecify.annotations.NullMarked;
