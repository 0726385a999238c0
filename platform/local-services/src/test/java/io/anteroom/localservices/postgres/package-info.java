/** Tests of the local PostgreSQL. */
@NullMarked
package io.anteroom.localservices.postgres;

import org.jspecify.annotations.NullMarked;
