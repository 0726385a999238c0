/**
 * The application: its main class, and which parts of it a process runs. The only package that sees every module, and
 * nothing sees it.
 */
@NullMarked
package io.anteroom.server;

import org.jspecify.annotations.NullMarked;
