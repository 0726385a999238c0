package io.anteroom.clinic.document;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.tenancy.TenantId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many files a process looks at, at once: {@value #OF_ACCOUNT} of an account and {@value #OF_PROCESS} of all. Nobody waits for a
 * place; what finds none is sent again.
 */
@Component
class SendingPlaces {

    static final int OF_ACCOUNT = 2;
    static final int OF_PROCESS = 6;

    private final Map<Sender, Integer> taken = new HashMap<>();
    private int all;

    /** Takes a place, which {@link #leave} gives back; whether there was one. */
    synchronized boolean enter(TenantId clinic, AccountId account) {
        var sender = new Sender(clinic, account);
        int own = taken.getOrDefault(sender, 0);
        if (own >= OF_ACCOUNT || all >= OF_PROCESS) {
            return false;
        }
        taken.put(sender, own + 1);
        all++;
        return true;
    }

    synchronized void leave(TenantId clinic, AccountId account) {
        var sender = new Sender(clinic, account);
        int left = taken.getOrDefault(sender, 1) - 1;
        if (left > 0) {
            taken.put(sender, left);
        } else {
            taken.remove(sender);
        }
        all--;
    }

    private record Sender(TenantId clinic, AccountId account) {}
}
