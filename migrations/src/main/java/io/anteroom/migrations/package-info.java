/**
 * The SQL of the control schema and of every clinic's schema, and the migrator that applies it.
 */
@NullMarked
package io.anteroom.migrations;

import org.jspecify.annotations.NullMarked;
