package io.anteroom.messaging;

import org.jspecify.annotations.Nullable;

/** What a message says. Wherever its text has {@value #PLACE_OF_SECRET}, the secret goes when it is sent. */
public sealed interface MessageContent permits EmailContent, SmsContent {

    /** Where the secret goes in any text of the content. */
    String PLACE_OF_SECRET = "{secret}";

    /** The code or token, or nothing. It is stored encrypted, apart from the rest, and erased once sent. */
    @Nullable
    String secret();

    /** The way content of this kind travels. */
    Channel channel();

    /** The same without its secret, as it is kept. */
    MessageContent withoutSecret();

    /** The same with {@code secret} put in its places, ready to send. */
    MessageContent revealing(String secret);
}
