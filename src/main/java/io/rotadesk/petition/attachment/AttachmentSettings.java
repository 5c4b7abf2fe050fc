package io.rotadesk.petition.attachment;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How attachments are kept.
 *
 * @param keep where new ones are kept; those that are kept elsewhere stay there
 * @param folder for those that are kept in a folder
 * @param largest size of a file
 * @param most attachments of a matter
 * @param scanner {@code host:port} of clamd; empty to do without a virus scanner
 * @param scannerTime in which it must answer
 */
@ConfigurationProperties("rotadesk.attachments")
record AttachmentSettings(
        @DefaultValue("database") Keeping keep,
        @DefaultValue("data/attachments") Path folder,
        @DefaultValue("15MB") DataSize largest,
        @DefaultValue("200") int most,
        @DefaultValue("") String scanner,
        @DefaultValue("30s") Duration scannerTime,
        @DefaultValue S3 s3) {

    /** The door lets 32 MB in, with what a form puts around the files. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(30);

    /**
     * The S3 store.
     *
     * @param endpoint its address, such as {@code https://s3.example.org}; the bucket comes after it, as a part of the path
     * @param prefix of the keys in the bucket
     * @param time in which a request must be answered in full
     */
    record S3(
            URI endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            @DefaultValue("attachments/") String prefix,
            String accessKey,
            String secretKey,
            @DefaultValue("30s") Duration time) {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        private boolean isComplete() {
            return isWeb(endpoint) && bucket != null && accessKey != null && secretKey != null;
        }

        private static boolean isWeb(URI endpoint) {
            return endpoint != null
                    && endpoint.getHost() != null
                    && endpoint.getUserInfo() == null
                    && SCHEMES.contains(endpoint.getScheme().toLowerCase(Locale.ROOT));
        }

        /** @throws IllegalArgumentException if bucket or prefix cannot stand in an address */
        URI address(AttachmentId id) {
            return URI.create(endpoint.toString().replaceFirst("/$", "") + "/" + bucket + "/" + prefix + id);
        }

        /** Without the keys: settings are shown in messages about a start that fails. */
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }

    AttachmentSettings {
        if (largest.toBytes() < 1 || largest.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("rotadesk.attachments.largest is " + largest
                    + ", but it must be at most " + LARGEST.toMegabytes() + "MB");
        }
        if (keep == Keeping.S3 && !s3.isComplete()) {
            throw new IllegalArgumentException("rotadesk.attachments.s3 needs an endpoint with http or https and"
                    + " without a name and password, bucket, access-key and secret-key");
        }
        if (keep == Keeping.S3) {
            s3.address(new AttachmentId("id"));
        }
        if (!scanner.isEmpty()) {
            address(scanner);
        }
    }

    boolean hasScanner() {
        return !scanner.isEmpty();
    }

    /** The scanner's address, looked up now: it may have changed. */
    InetSocketAddress scannerAddress() {
        return address(scanner);
    }

    private static InetSocketAddress address(String scanner) {
        int colon = scanner.lastIndexOf(':');
        try {
            return new InetSocketAddress(scanner.substring(0, colon), Integer.parseInt(scanner.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException("rotadesk.attachments.scanner is no host:port: " + scanner, e);
        }
    }
}
