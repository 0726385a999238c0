/**
 * What a clinic sets up before anybody can book: its {@linkplain io.anteroom.clinic.scheduling.setup.Locations locations} with
 * their rooms and time zones, its {@linkplain io.anteroom.clinic.scheduling.setup.Practitioners practitioners}, and its
 * {@linkplain io.anteroom.clinic.scheduling.setup.Services services}.
 *
 * <p>What staff type is read from {@link io.anteroom.clinic.scheduling.setup.Typed}, which says beside which field something is
 * wrong. Nothing is deleted, since past appointments name it: it is closed, and may be opened again.
 */
@NullMarked
package io.anteroom.clinic.scheduling.setup;

import org.jspecify.annotations.NullMarked;
