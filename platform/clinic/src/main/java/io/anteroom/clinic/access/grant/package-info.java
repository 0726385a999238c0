/**
 * What lets an account see a patient: {@link io.anteroom.clinic.access.grant.Grants} gives and ends it, and nothing else
 * writes it. The clinic's account model and its rule of ages stand in the database.
 */
@NullMarked
package io.anteroom.clinic.access.grant;

import org.jspecify.annotations.NullMarked;
