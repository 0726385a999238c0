/** Tests of the inbox. */
@NullMarked
package io.anteroom.demo.inbox;

import org.jspecify.annotations.NullMarked;
