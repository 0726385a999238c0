/**
 * Patients wait for times that have yet to come free. {@link io.anteroom.clinic.scheduling.waitlist.Waitlist} is how a patient's
 * side leaves, changes and ends a wish, {@link io.anteroom.clinic.scheduling.waitlist.WaitlistOffers} how it takes or declines what
 * it is offered, and {@link io.anteroom.clinic.scheduling.waitlist.WaitlistDesk} what staff see.
 *
 * <p>Time that was given back becomes a piece of work in the queue, whose reference says all about it. {@link
 * io.anteroom.clinic.scheduling.waitlist.WaitlistRound} does that work: in one transaction it offers what is still free to those who
 * wait longest, and leaves itself the next round. Whoever accepts books as everybody else does, so it is the exclusion constraint
 * that decides who was first.
 */
@NullMarked
package io.anteroom.clinic.scheduling.waitlist;

import org.jspecify.annotations.NullMarked;
