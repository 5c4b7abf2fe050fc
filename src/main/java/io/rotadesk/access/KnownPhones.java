package io.rotadesk.access;

import io.rotadesk.platform.door.PhoneTokens;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens that were valid a moment ago, so that a call can be told from a stranger's request without asking the
 * database. Whether a token grants access is still looked up for each request ({@link ApiTokens}).
 */
@Component
class KnownPhones implements PhoneTokens, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KnownPhones.class);
    private static final long REFRESH_SECONDS = 10;

    private final JdbcClient jdbc;
    private final Set<String> hashes = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "known-phones");
        thread.setDaemon(true);
        return thread;
    });

    KnownPhones(JdbcClient jdbc) {
        this.jdbc = jdbc;
        refresher.scheduleWithFixedDelay(this::refresh, 0, REFRESH_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean knows(String token) {
        return hashes.contains(fingerprint(token));
    }

    void add(String token) {
        hashes.add(fingerprint(token));
    }

    private static String fingerprint(String token) {
        return HexFormat.of().formatHex(Secrets.hash(token));
    }

    private void refresh() {
        try {
            List<String> good = jdbc.sql("select encode(hash, 'hex') from api_token where revoked is null")
                    .query(String.class)
                    .list();
            hashes.addAll(good);
            hashes.retainAll(Set.copyOf(good));
        } catch (RuntimeException e) {
            // Catches everything, since an exception here would end the periodic refresh.
            log.debug("The known tokens could not be refreshed: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        refresher.shutdownNow();
    }
}
