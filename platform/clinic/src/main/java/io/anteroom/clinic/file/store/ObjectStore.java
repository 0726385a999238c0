package io.anteroom.clinic.file.store;

import io.anteroom.clinic.file.seal.FileSeal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Contents as objects: all sealed pieces of one after the other, under the clinic's id and a random name. It is asked outside of
 * transactions, since it may take its time; what was written is not known until the answer is there, so the file's row comes first.
 */
public final class ObjectStore implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final S3Client client;
    private final String bucket;

    /**
     * Speaks to the store that {@code settings} name.
     *
     * @throws IllegalArgumentException if one of them is missing
     */
    public ObjectStore(ObjectSettings settings) {
        URI endpoint = required(settings.endpoint(), "endpoint");
        this.bucket = required(settings.bucket(), "bucket");
        var credentials = AwsBasicCredentials.create(
                required(settings.accessKey(), "access-key"), required(settings.secretKey(), "secret-key"));
        this.client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(settings.timeout()))
                .endpointOverride(endpoint)
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .forcePathStyle(settings.pathStyle())
                // Other stores than Amazon's don't know its chunks and trailing checksums; each piece has a seal
                // of its own.
                .serviceConfiguration(amazons -> amazons.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(settings.timeout())
                        .apiCallTimeout(settings.timeout().multipliedBy(settings.attempts()))
                        .retryStrategy(tries -> tries.maxAttempts(settings.attempts())))
                .build();
    }

    /** Writes all of a content, sealed as it stands in {@code sealed}; written again, it is the same. */
    public void write(String clinic, UUID content, Path sealed) throws IOException {
        try {
            client.putObject(to -> to.bucket(bucket).key(key(clinic, content)), RequestBody.fromFile(sealed));
        } catch (SdkException e) {
            throw new IOException("The object store did not take a file", e);
        }
    }

    /** The pieces from {@code first} on. */
    public SealedPieces read(String clinic, UUID content, int first) throws IOException {
        long offset = (long) first * (FileSeal.PIECE + FileSeal.LONGER);
        try {
            InputStream in = client.getObject(
                    from -> from.bucket(bucket).key(key(clinic, content)).range("bytes=" + offset + "-"));
            return pieces(in);
        } catch (NoSuchKeyException e) {
            throw new LostContentException("An object is not in the store", e);
        } catch (SdkException e) {
            throw new IOException("The object store did not give a file", e);
        }
    }

    /** Removes a content; nothing happens where it isn't. */
    public void remove(String clinic, UUID content) throws IOException {
        try {
            client.deleteObject(from -> from.bucket(bucket).key(key(clinic, content)));
        } catch (SdkException e) {
            throw new IOException("The object store did not remove a file", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static SealedPieces pieces(InputStream in) {
        return new SealedPieces() {
            @Override
            public byte[] next(int length) throws IOException {
                byte[] sealed = in.readNBytes(length);
                if (sealed.length != length) {
                    throw new EOFException("An object is shorter than its file");
                }
                return sealed;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private static String key(String clinic, UUID content) {
        return clinic + "/" + content;
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("anteroom.files.s3." + name + " is missing");
        }
        return value;
    }
}
