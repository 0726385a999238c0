package io.anteroom.tenancy;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A clinic organisation as the platform's registry knows it: what every part needs on every request, and no more.
 *
 * @param id the tenant's id
 * @param slug the first label of the portal's host name, 3 to 50 characters, unique in the platform
 * @param name the organisation's name as signed up
 * @param state where it stands
 * @param country ISO 3166-1 alpha-2 code, upper case; phone numbers without a prefix are read as this country's
 * @param zone the time zone in which the clinic's days begin
 * @param currency the one currency of the clinic's invoices
 */
public record Tenant(
        TenantId id, String slug, String name, TenantState state, String country, ZoneId zone, Currency currency) {}
