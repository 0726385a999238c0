package io.anteroom.clinic.questionnaire.bulk;

import io.anteroom.clinic.scheduling.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Which patients a questionnaire is for: those of whom all of it is so.
 *
 * @param minAge in years, or null
 * @param maxAge in years, or null
 * @param service what they have booked at some time, or null
 * @param withAccess whether somebody must reach their record in the portal, so that they can fill it in there
 */
public record Wanted(
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        @Nullable ServiceId service,
        boolean withAccess) {}
