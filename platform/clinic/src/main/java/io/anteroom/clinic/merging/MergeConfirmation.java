package io.anteroom.clinic.merging;

/**
 * What staff agreed to.
 *
 * @param seen the fingerprint of the plan they saw
 * @param samePerson whether they say that they checked that both records are of one person
 * @param typed the word they typed
 */
public record MergeConfirmation(String seen, boolean samePerson, String typed) {}
