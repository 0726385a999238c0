/**
 * Links that staff make on a patient's record and that let one person in, once. A patient link leads to a code; where the
 * patient has no way to sign in yet, it sets the first, for whoever knows the birth date. An access link does the same for
 * people who opened an account of limited access by themselves, and makes that access full. {@link
 * io.anteroom.clinic.access.link.PatientLinks} is what staff do with them, {@link
 * io.anteroom.clinic.access.link.LinkVisits} what the person does who holds one.
 */
@NullMarked
package io.anteroom.clinic.access.link;

import org.jspecify.annotations.NullMarked;
