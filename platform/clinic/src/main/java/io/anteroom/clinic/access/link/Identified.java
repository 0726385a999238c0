package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.errand.Errand;

/** The answer to somebody who holds a link and says where a code should go and, where it is asked for, the birth date. */
public sealed interface Identified {

    /**
     * A code may be sent for it; the right one lets the person in.
     *
     * @param errand what the code is for
     */
    record Fine(Errand errand) implements Identified {}

    /**
     * The birth date is not the patient's.
     *
     * @param left how often one may be entered still, 1 or more
     */
    record WrongDate(int left) implements Identified {}

    /** The link works no more, or never was one. */
    record NoLink() implements Identified {}
}
