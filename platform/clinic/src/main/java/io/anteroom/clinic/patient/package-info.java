/**
 * The patients of a clinic: their records and contact details, finding them, and taking them in from a file. Exports {@link
 * io.anteroom.clinic.patient.Patient} with its repository {@link io.anteroom.clinic.patient.Patients} and id, and the values
 * {@link io.anteroom.clinic.patient.EmailAddress}, {@link io.anteroom.clinic.patient.PhoneNumber} and {@link
 * io.anteroom.clinic.patient.MobileNumber}, which hold normal forms: what is equal to a person is equal to the database.
 */
@NullMarked
package io.anteroom.clinic.patient;

import org.jspecify.annotations.NullMarked;
