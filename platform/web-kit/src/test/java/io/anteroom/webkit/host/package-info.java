/** How hosts and controllers find each other. */
@NullMarked
package io.anteroom.webkit.host;

import org.jspecify.annotations.NullMarked;
