package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.staff.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a page or an act below {@code /o/{organisation}} asks of the member of staff who wants it. Every such handler says
 * so; one that does not is refused to everybody.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** {@link Permission#ENTER} where every role will do. */
    Permission value();
}
