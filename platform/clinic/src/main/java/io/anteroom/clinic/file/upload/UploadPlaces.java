package io.anteroom.clinic.file.upload;

import io.anteroom.tenancy.TenantId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many files a process looks at, at once: {@value #OF_SENDER} of one sender, {@value #OF_CLINIC} of a clinic and
 * {@value #OF_PROCESS} of all. The last place of a clinic goes only to a sender who has none, and the last of the process only to a
 * clinic that has none, so whoever sends several leaves one to others. Nobody waits for a place; what finds none is sent again.
 */
@Component
class UploadPlaces {

    static final int OF_SENDER = 2;
    static final int OF_CLINIC = 4;
    static final int OF_PROCESS = 6;

    private final Map<Sender, Integer> ofSenders = new HashMap<>();
    private final Map<TenantId, Integer> ofClinics = new HashMap<>();
    private int all;

    /** Takes a place, which {@link #leave} gives back; whether there was one. */
    synchronized boolean enter(TenantId clinic, String sender) {
        var who = new Sender(clinic, sender);
        int own = ofSenders.getOrDefault(who, 0);
        int clinics = ofClinics.getOrDefault(clinic, 0);
        boolean free = own < OF_SENDER && clinics < OF_CLINIC && all < OF_PROCESS;
        boolean lastOfClinic = clinics == OF_CLINIC - 1;
        boolean lastOfAll = all == OF_PROCESS - 1;
        if (!free || (lastOfClinic && own > 0) || (lastOfAll && clinics > 0)) {
            return false;
        }
        ofSenders.put(who, own + 1);
        ofClinics.put(clinic, clinics + 1);
        all++;
        return true;
    }

    synchronized void leave(TenantId clinic, String sender) {
        ofSenders.computeIfPresent(new Sender(clinic, sender), (_, taken) -> taken > 1 ? taken - 1 : null);
        ofClinics.computeIfPresent(clinic, (_, taken) -> taken > 1 ? taken - 1 : null);
        all--;
    }

    private record Sender(TenantId clinic, String name) {}
}
