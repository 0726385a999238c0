/**
 * What holds on every response and in every role's chain: headers, request ids, CSRF, refusals and limits.
 */
@NullMarked
package io.anteroom.webkit.security;

import org.jspecify.annotations.NullMarked;
