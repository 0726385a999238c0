/** Tests of the demo's own parts, and of the script in front of it. */
@NullMarked
package io.anteroom.demo;

import org.jspecify.annotations.NullMarked;
