/**
 * From the front page to a confirmed email address: the form, the mail with its link, the limits against bots, and the
 * page on which one watches the portal being made.
 *
 * <p>{@link io.anteroom.controlplane.signup.SignUpConfiguration} brings all of it to the role {@code signup};
 * {@link io.anteroom.controlplane.signup.Organisations} is the way in for programs. Nothing here tells a stranger whether
 * an email address is known.
 */
@NullMarked
package io.anteroom.controlplane.signup;

import org.jspecify.annotations.NullMarked;
