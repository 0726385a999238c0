/** Tests of the migrations, on a real PostgreSQL. */
@NullMarked
package io.anteroom.migrations;

import org.jspecify.annotations.NullMarked;
