/**
 * Style sheets and scripts, served under a hash of their content and kept by browsers for a year.
 */
@NullMarked
package io.anteroom.webkit.asset;

import org.jspecify.annotations.NullMarked;
