package io.anteroom.bench.page;

import io.anteroom.bench.Clinic;
import io.anteroom.bench.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The requests for the home pages of the first patients of some clinics, made beforehand. */
final class HomePage {

    /** A browser that has seen a form holds such a cookie; without it each page would begin with a new one. */
    private static final String FORM_COOKIE = "anteroom-portal-csrf=2f6b3a0c-6c1e-4f4b-9c87-1d36f2a6f055";

    private final List<byte[]> requests;

    /** The share of this clinic and of those before it, where the n-th is asked n times more seldom than the first. */
    private final double[] zipf;

    HomePage(List<Clinic> clinics) {
        this.requests = clinics.stream().map(HomePage::of).toList();
        this.zipf = new double[clinics.size()];
        double sum = 0;
        for (int rank = 0; rank < zipf.length; rank++) {
            sum += 1.0 / (rank + 1);
            zipf[rank] = sum;
        }
    }

    private static byte[] of(Clinic clinic) {
        return Wire.get(clinic.host(), "/", Clinic.SESSION_COOKIE + "=" + Clinic.token(1) + "; " + FORM_COOKIE);
    }

    /** How many clinics' pages these are. */
    int clinics() {
        return requests.size();
    }

    /** Always the first clinic's. */
    Supplier<byte[]> ofOne() {
        return requests::getFirst;
    }

    /** One clinic's after another's, for all clients together. */
    Supplier<byte[]> inTurn() {
        AtomicInteger next = new AtomicInteger();
        return () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
    }

    /** Any clinic's, all as likely. */
    Supplier<byte[]> uniformly() {
        return () -> requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
    }

    /** The same, and with the same seed the same ones. */
    Supplier<byte[]> uniformly(long seed) {
        Random random = new Random(seed);
        return () -> requests.get(random.nextInt(requests.size()));
    }

    /** Any clinic's, the n-th clinic's with a likelihood of 1/n of the first's. */
    Supplier<byte[]> byZipf() {
        return () -> {
            double drawn = ThreadLocalRandom.current().nextDouble(zipf[zipf.length - 1]);
            int at = Arrays.binarySearch(zipf, drawn);
            return requests.get(at < 0 ? -at - 1 : at);
        };
    }
}
