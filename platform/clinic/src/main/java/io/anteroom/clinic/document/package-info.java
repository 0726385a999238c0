/**
 * Documents that patients send to the clinic. {@link io.anteroom.clinic.document.SentDocuments} is the patient's side: send, see what
 * became of it, take back; {@link io.anteroom.clinic.document.DocumentDesk} the staff's: look at what waits, file it on the record, or
 * refuse it with a word to the sender. What a document says is in its file and nowhere else.
 */
@NullMarked
package io.anteroom.clinic.document;

import org.jspecify.annotations.NullMarked;
