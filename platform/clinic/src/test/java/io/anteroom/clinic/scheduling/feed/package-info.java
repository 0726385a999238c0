@NullMarked
package io.anteroom.clinic.scheduling.feed;

import org.jspecify.annotations.NullMarked;
