/**
 * The benchmark: {@link io.anteroom.bench.House} is what it measures in (a PostgreSQL, a thousand clinics, the application
 * as processes), each {@link io.anteroom.bench.Part} measures some of the items, {@link io.anteroom.bench.Report} holds
 * what came out. Nothing in the product knows of it.
 */
@NullMarked
package io.anteroom.bench;

import org.jspecify.annotations.NullMarked;
