package io.anteroom.messaging;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The port through which messaging learns how the current tenant's messages look. The clinic module implements it. */
public interface SenderIdentity {

    /** The look of the tenant bound to this work; called in a transaction of that tenant. */
    Look look();

    /**
     * How a sender presents itself.
     *
     * @param name shown as the sender and at the top of the mail
     * @param colour the button's background, {@code #rrggbb}, dark enough for white text or with its own text colour
     * @param textOnColour what is readable on {@code colour}, {@code #rrggbb}
     * @param logo absolute address of the logo, or nothing
     * @param replyTo where answers go, or nothing: then the mail says that answers are not read
     * @param phone a number to call for help, as people write it
     * @param address the postal address for the foot, on one line
     * @param locale the language of the fixed words
     */
    record Look(
            String name,
            String colour,
            String textOnColour,
            @Nullable URI logo,
            @Nullable String replyTo,
            @Nullable String phone,
            @Nullable String address,
            Locale locale) {}
}
