package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.VersionId;
import java.time.Instant;

/**
 * One published version, as lists show it.
 *
 * @param number from 1
 * @param answered how many have sent their answers to it; 0 where that wasn't asked
 */
public record LibraryVersion(
        VersionId id, int number, String title, Instant publishedAt, String publishedBy, long answered) {}
