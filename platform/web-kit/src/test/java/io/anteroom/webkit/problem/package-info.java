/** Tests of what is said when something goes wrong. */
@NullMarked
package io.anteroom.webkit.problem;

import org.jspecify.annotations.NullMarked;
