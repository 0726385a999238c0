package io.anteroom.clinic.file;

import io.anteroom.clinic.file.scan.ScannerSettings;
import io.anteroom.clinic.file.seal.PlatformKeys;
import io.anteroom.clinic.file.store.ObjectSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of files, under {@code anteroom.files}.
 *
 * @param key base64 of 32 random bytes, the same in every process that runs staff, portal or worker; with it each clinic's own key is
 *     sealed. No default. Without it no file can be opened, in a backup either
 * @param previousKey the key before, which still opens what it sealed; a clinic's next file moves its key to the one in use
 * @param largest the largest file that is taken; {@code anteroom.web.max-upload} has to be larger still
 * @param s3 an object store for contents; without an endpoint they are kept in the database
 * @param scanner a virus scanner; without an address nothing is scanned
 */
@ConfigurationProperties("anteroom.files")
public record FileSettings(
        String key,
        @Nullable String previousKey,
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue ObjectSettings s3,
        @DefaultValue ScannerSettings scanner) {

    /** Refuses what cannot be a key. */
    public FileSettings {
        if (!PlatformKeys.fits(key)) {
            throw new IllegalArgumentException(
                    "anteroom.files.key must be base64 of 32 random bytes: openssl rand -base64 32");
        }
        if (previousKey != null && !previousKey.isBlank() && !PlatformKeys.fits(previousKey)) {
            throw new IllegalArgumentException("anteroom.files.previous-key must be base64 of 32 bytes");
        }
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "FileSettings[largest=" + largest + ", s3=" + s3 + ", scanner=" + scanner + "]";
    }
}
