package io.anteroom.clinic.file.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The scanner, under {@code anteroom.files.scanner}.
 *
 * @param address where clamd listens: {@code tcp://clamav:3310} or {@code unix:/run/clamav/clamd.sock}; none: nothing is scanned
 * @param timeout how long one file may take it, connecting included
 */
public record ScannerSettings(
        @Nullable String address, @DefaultValue("30s") Duration timeout) {

    /**
     * The scanner there, or none.
     *
     * @throws IllegalArgumentException if the address is of another shape
     */
    public Scanner scanner() {
        return address == null || address.isBlank() ? Scanner.NONE : new ClamAv(ClamAv.address(address), timeout);
    }
}
