package io.anteroom.tenantadmin.billing;

/**
 * What is around the form of an invoice.
 *
 * @param url where the form is sent
 * @param back where to go without saving
 */
public record DraftPage(String title, String patientName, String url, String back) {}
