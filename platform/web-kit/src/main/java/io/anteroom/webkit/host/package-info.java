/**
 * Which host a request came to, the tenant that host belongs to, and the addresses of the hosts.
 */
@NullMarked
package io.anteroom.webkit.host;

import org.jspecify.annotations.NullMarked;
