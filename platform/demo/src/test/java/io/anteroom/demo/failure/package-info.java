/**
 * What becomes of people and their data when a part of the house fails: one test class for each part, and docs/failures.md
 * with a row for each test. The parts are real processes of {@link io.anteroom.demo.RunningDemo}.
 */
@NullMarked
package io.anteroom.demo.failure;

import org.jspecify.annotations.NullMarked;
