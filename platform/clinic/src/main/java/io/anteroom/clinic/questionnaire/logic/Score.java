package io.anteroom.clinic.questionnaire.logic;

import io.anteroom.clinic.questionnaire.definition.Total;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What answers add up to.
 *
 * @param total of what
 * @param sum zero where nothing was chosen that counts
 * @param counted how many options that count were chosen
 * @param band what the sum means, or null where that isn't said or nothing was chosen
 */
public record Score(Total total, BigDecimal sum, int counted, Total.@Nullable Band band) {}
