/**
 * Pages, and JSON for fragments and programs, that say what went wrong and never what broke.
 */
@NullMarked
package io.anteroom.webkit.problem;

import org.jspecify.annotations.NullMarked;
