package io.anteroom.clinic.reading;

import java.util.Optional;

/** Two things that were read together, of which each may be missing. */
public record Both<T, U>(Optional<T> first, Optional<U> second) {}
