package io.anteroom.clinic.billing.plan;

import io.anteroom.payments.Money;
import java.time.LocalDate;

/**
 * What is to be charged on one day.
 *
 * @param number counted from 1
 */
public record Planned(int number, LocalDate day, Money amount) {}
