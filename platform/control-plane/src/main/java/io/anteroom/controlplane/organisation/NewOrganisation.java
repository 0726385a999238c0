package io.anteroom.controlplane.organisation;

import java.time.ZoneId;
import java.util.Currency;

/**
 * An organisation that wants a portal.
 *
 * @param name as patients know it, 2 to 100 characters
 * @param slug the address it asked for
 * @param country where it is; phone numbers without a prefix are read as this country's
 * @param zone where its days begin
 * @param currency of its invoices
 * @param owner its first member of staff
 */
public record NewOrganisation(String name, Slug slug, Country country, ZoneId zone, Currency currency, Owner owner) {

    /**
     * The person who signs up.
     *
     * @param name as they write it, 2 to 100 characters
     * @param email where the confirmation goes; also the name to sign in with
     */
    public record Owner(String name, EmailAddress email) {}
}
