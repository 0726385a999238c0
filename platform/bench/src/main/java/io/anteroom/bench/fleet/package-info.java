/** What a thousand clinics cost whoever runs them: a new one, a release that changes all their tables, a start. */
@NullMarked
package io.anteroom.bench.fleet;

import org.jspecify.annotations.NullMarked;
