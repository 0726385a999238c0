package io.anteroom.tenancy.known;

import java.util.List;
import java.util.Optional;

/** The port through which the platform learns whose portals know an address. The clinic module implements it. */
public interface KnownPortals {

    /**
     * Who would send a code to {@code typed}: of clinics in use whose portal is on, those where an open account signs in
     * with it.
     *
     * @param typed an email address, or a mobile number with its country's prefix, as somebody typed it
     * @return nothing where it is neither, or no clinic would
     */
    Optional<Found> find(String typed);

    /**
     * What was found.
     *
     * @param address in its normal form; to this, never to what was typed, anything is sent
     * @param portals one or more, by name
     */
    record Found(KnownAddress address, List<Portal> portals) {}

    /**
     * A portal.
     *
     * @param name the clinic's, as patients know it
     * @param slug the first label of its host
     */
    record Portal(String name, String slug) {}
}
