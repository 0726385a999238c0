/**
 * Accounts that people open by themselves: as strangers, by booking, by a form's link. They are of limited access: they show
 * what the person entered, and are never joined to a record by an address that agrees. Staff join them, or an access link
 * does. {@link io.anteroom.clinic.access.registration.Registrations} is what the person does, {@link
 * io.anteroom.clinic.access.registration.RegistrationRequests} what staff do.
 */
@NullMarked
package io.anteroom.clinic.access.registration;

import org.jspecify.annotations.NullMarked;
