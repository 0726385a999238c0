package io.anteroom.portal.passkey;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the pages' script is answered when it asks what to ask the browser for. */
public final class PasskeyAnswers {

    private PasskeyAnswers() {}

    /** The options, or 409 where there is nothing to ask for. */
    public static ResponseEntity<String> options(Optional<String> json) {
        return json.map(options -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(options))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).build());
    }
}
