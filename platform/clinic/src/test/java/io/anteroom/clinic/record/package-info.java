/** Tests of clinical records: writing, sharing, releasing, reading, and the news of it. */
@NullMarked
package io.anteroom.clinic.record;

import org.jspecify.annotations.NullMarked;
