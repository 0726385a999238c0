/**
 * Everything on one machine: {@code ./mvnw -Pdemo}. {@link io.anteroom.demo.Demo} starts real local services beside the
 * application with all its roles, and ends them with itself.
 */
@NullMarked
package io.anteroom.demo;

import org.jspecify.annotations.NullMarked;
