/**
 * A real browser for tests. {@code Browser.shared().visit(Screen.PHONE)} opens a fresh one with no cookies;
 * {@code visit.check("portal-sign-in")} looks for accessibility violations and script errors and takes a screenshot.
 */
@NullMarked
package io.anteroom.server.browser;

import org.jspecify.annotations.NullMarked;
