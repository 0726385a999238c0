/**
 * A real browser for tests. {@code Browser.shared().visit(Screen.PHONE, album)} opens a fresh one with no cookies;
 * {@code visit.seen("sign-in")} looks at the page at every width and notes in the album what is wrong with it; with
 * {@code -Dlooks=pictures} it leaves pictures under {@code target/screenshots} besides.
 */
@NullMarked
package io.anteroom.demo.browser;

import org.jspecify.annotations.NullMarked;
