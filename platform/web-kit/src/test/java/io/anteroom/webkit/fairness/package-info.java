/** Tests of what a clinic may take. */
@NullMarked
package io.anteroom.webkit.fairness;

import org.jspecify.annotations.NullMarked;
