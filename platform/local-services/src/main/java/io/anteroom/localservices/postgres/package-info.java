/**
 * PostgreSQL 18 for the demo and the tests: a container where a Docker engine answers, the embedded binaries elsewhere.
 * {@link io.anteroom.localservices.postgres.PostgresServer} is all there is to see from outside.
 */
@NullMarked
package io.anteroom.localservices.postgres;

import org.jspecify.annotations.NullMarked;
