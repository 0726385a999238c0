package io.anteroom.portal.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On pages that add, change or remove what somebody signs in with. Who is asked for a code and a password together signs in
 * once more before them, unless they did within the last ten minutes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangesWaysIn {}
