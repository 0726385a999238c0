package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.session.HalfWay;

/**
 * A browser that is to give the second of two steps.
 *
 * @param address what was typed in it
 */
public record SecondEntry(HalfWay halfWay, SignInAddress address) {}
