package io.anteroom.webkit.host;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The front door whose pages a controller makes. Controllers of different roles may then map one path, such as {@code /},
 * in one process; on every other host the path does not exist.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnHost {

    /** That front door. */
    Host value();
}
