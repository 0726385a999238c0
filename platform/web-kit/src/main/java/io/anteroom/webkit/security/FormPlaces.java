package io.anteroom.webkit.security;

import java.util.HashMap;
import java.util.Map;

/**
 * How many forms with files a process reads at once: {@value #OF_SENDER} of one sender, {@value #OF_CLINIC} of a clinic and
 * {@value #OF_PROCESS} of all, since each takes room on its disk for as long as it is on its way. Nobody waits for a place.
 */
final class FormPlaces {

    static final int OF_SENDER = 2;
    static final int OF_CLINIC = 6;
    static final int OF_PROCESS = 12;

    private final Map<Sender, Integer> ofSenders = new HashMap<>();
    private final Map<String, Integer> ofClinics = new HashMap<>();
    private int all;

    private record Sender(String clinic, String name) {}

    /** Takes a place, which {@link #leave} gives back; whether there was one. */
    synchronized boolean enter(String clinic, String sender) {
        var who = new Sender(clinic, sender);
        int own = ofSenders.getOrDefault(who, 0);
        int clinics = ofClinics.getOrDefault(clinic, 0);
        if (own >= OF_SENDER || clinics >= OF_CLINIC || all >= OF_PROCESS) {
            return false;
        }
        ofSenders.put(who, own + 1);
        ofClinics.put(clinic, clinics + 1);
        all++;
        return true;
    }

    synchronized void leave(String clinic, String sender) {
        ofSenders.computeIfPresent(new Sender(clinic, sender), (_, taken) -> taken > 1 ? taken - 1 : null);
        ofClinics.computeIfPresent(clinic, (_, taken) -> taken > 1 ? taken - 1 : null);
        all--;
    }
}
