package io.rotadesk.petition.attachment;

import io.rotadesk.petition.attachment.AttachmentSettings.S3;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Keeps content in a bucket of S3, or of a server that speaks like it (MinIO, Ceph, the clouds here). Three kinds of requests are all it needs. */
@Component
class S3Store implements Store {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    /** What the JDK's client writes by itself. */
    private static final Set<String> WRITTEN_BY_CLIENT = Set.of("Host", "Content-Length");

    private final S3 bucket;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    S3Store(AttachmentSettings settings, Clock clock) {
        this.bucket = settings.s3();
        this.clock = clock;
    }

    @Override
    public Keeping keeping() {
        return Keeping.S3;
    }

    @Override
    public boolean isTransactional() {
        return false;
    }

    @Override
    public void keep(AttachmentId id, byte[] content) {
        int status = send(SdkHttpMethod.PUT, id, content).statusCode();
        if (status != OK) {
            throw refused("kept", id, status);
        }
    }

    @Override
    public byte[] read(AttachmentId id) {
        HttpResponse<byte[]> answer = send(SdkHttpMethod.GET, id, new byte[0]);
        if (answer.statusCode() == NOT_FOUND) {
            throw new NoSuchElementException("There is no content of " + id + " in " + bucket.bucket());
        }
        if (answer.statusCode() != OK) {
            throw refused("read", id, answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void remove(AttachmentId id) {
        int status = send(SdkHttpMethod.DELETE, id, new byte[0]).statusCode();
        if (status != OK && status != NO_CONTENT && status != NOT_FOUND) {
            throw refused("removed", id, status);
        }
    }

    private HttpResponse<byte[]> send(SdkHttpMethod method, AttachmentId id, byte[] body) {
        if (bucket.endpoint() == null) {
            throw new StoreException("Attachment " + id + " is in S3, but no rotadesk.attachments.s3 is set", null);
        }
        // A request's own timeout ends with the headers of the answer.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(signed(method, id, body), BodyHandlers.ofByteArray());
        try {
            return answer.get(bucket.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new StoreException("S3 at " + bucket.endpoint() + " does not answer about attachment " + id, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted at attachment " + id, e);
        }
    }

    private HttpRequest signed(SdkHttpMethod method, AttachmentId id, byte[] body) {
        URI address = bucket.address(id);
        SignedRequest signed = signer.sign(request -> request.identity(
                        AwsCredentialsIdentity.create(bucket.accessKey(), bucket.secretKey()))
                .request(SdkHttpRequest.builder().method(method).uri(address).build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, bucket.region())
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(
                        method.name(),
                        method == SdkHttpMethod.PUT ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
        signed.request().forEachHeader((name, values) -> {
            if (WRITTEN_BY_CLIENT.stream().noneMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private StoreException refused(String what, AttachmentId id, int status) {
        return new StoreException(
                "Attachment " + id + " was not " + what + ": " + bucket.endpoint() + " answered " + status, null);
    }
}
