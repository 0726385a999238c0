/**
 * Addresses that sign accounts in, each unique in the organisation: staff set and remove them through {@link
 * io.anteroom.clinic.access.credential.OnlineAccess} and see them in {@link
 * io.anteroom.clinic.access.credential.AccessOverview}; people who prove an address get theirs by {@link
 * io.anteroom.clinic.access.credential.Enrolment}.
 */
@NullMarked
package io.anteroom.clinic.access.credential;

import org.jspecify.annotations.NullMarked;
