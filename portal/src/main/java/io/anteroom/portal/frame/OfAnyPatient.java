package io.anteroom.portal.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a page that names its patient itself, by its number or by that of a thing of the patient's, and says on it for whom
 * it is. Every other page behind sign-in is of the patient acted for, and asks for whom that is before it shows anything.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OfAnyPatient {}
