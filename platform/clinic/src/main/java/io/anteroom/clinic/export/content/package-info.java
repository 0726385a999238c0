/**
 * What a copy of everything about a patient holds: a part for each feature, each written as a page to read and as FHIR R4 resources, and
 * the files that belong to them. Exports {@link io.anteroom.clinic.export.content.ExportZip} and what it is asked with.
 */
@NullMarked
package io.anteroom.clinic.export.content;

import org.jspecify.annotations.NullMarked;
