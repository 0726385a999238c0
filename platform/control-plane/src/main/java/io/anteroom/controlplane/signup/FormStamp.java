package io.anteroom.controlplane.signup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The time at which a form was opened, signed, in a hidden field: programs fill forms in faster than people do. */
class FormStamp {

    /** What a stamp says about the one who sends the form. */
    enum Verdict {
        PERSON,
        TOO_FAST,
        TOO_OLD_OR_FORGED
    }

    private static final Duration OLDEST = Duration.ofHours(24);

    private final SecretKeySpec key;
    private final Duration least;
    private final Clock clock;

    FormStamp(String key, Duration least, Clock clock) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.least = least;
        this.clock = clock;
    }

    /** A stamp for a form that is opened now. */
    String now() {
        return signed(String.valueOf(clock.millis()));
    }

    Verdict verdict(String stamp) {
        int dot = stamp.indexOf('.');
        boolean ours = dot > 0
                && MessageDigest.isEqual(
                        signed(stamp.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        stamp.getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            return Verdict.TOO_OLD_OR_FORGED;
        }
        Instant opened = Instant.ofEpochMilli(Long.parseLong(stamp.substring(0, dot)));
        Duration open = Duration.between(opened, clock.instant());
        if (open.compareTo(OLDEST) > 0) {
            return Verdict.TOO_OLD_OR_FORGED;
        }
        return open.compareTo(least) < 0 ? Verdict.TOO_FAST : Verdict.PERSON;
    }

    private String signed(String time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return time + "." + HexFormat.of().formatHex(mac.doFinal(time.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
