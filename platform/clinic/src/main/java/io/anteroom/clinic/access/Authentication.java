package io.anteroom.clinic.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the current clinic has decided about signing in. */
@Component
public class Authentication {

    private final AuthenticationStore store;

    Authentication(AuthenticationStore store) {
        this.store = store;
    }

    /** As it stands now. */
    @Transactional(readOnly = true)
    public AuthenticationSettings settings() {
        return store.read();
    }
}
