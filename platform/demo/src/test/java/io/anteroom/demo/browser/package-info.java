/**
 * A real browser for tests. {@code Browser.shared().visit(Screen.PHONE, album)} opens a fresh one with no cookies;
 * {@code visit.seen("sign-in")} photographs the page at every width and notes in the album what is wrong with it.
 */
@NullMarked
package io.anteroom.demo.browser;

import org.jspecify.annotations.NullMarked;
