package io.rotadesk.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing of codes that open something without a login, on all nodes together: in a quarter of an hour an address
 * has some wrong ones. When there are very many in all, every address has one only, so that whoever guesses from everywhere
 * gets nowhere, and a petitioner who types the right code still sees their matter.
 */
@Component
public class CodeTries {

    static final int FROM_ONE_ADDRESS = 20;
    static final int FROM_ALL_ADDRESSES = 300;
    static final Duration TIME = Duration.ofMinutes(15);

    private static final String ALL = "";

    private final CountedTries tries;
    private final Clock clock;
    private final TransactionTemplate apart;

    CodeTries(CountedTries tries, Clock clock, PlatformTransactionManager transactions) {
        this.tries = tries;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        // A try counts even if the caller's transaction is rolled back.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts a try before the code is looked up, so that a hundred requests at once are not a hundred guesses.
     *
     * @param remoteAddress as the web server reports it
     * @return false if there were too many; nothing is looked up then
     */
    public boolean begin(String remoteAddress) {
        byte[] what = codes();
        String address = ClientAddress.of(remoteAddress).text();
        return Boolean.TRUE.equals(apart.execute(status -> {
            int before = tries.count(what, address);
            boolean flood = tries.count(what, ALL) >= FROM_ALL_ADDRESSES;
            if (before >= FROM_ONE_ADDRESS || flood && before > 0) {
                return false;
            }
            tries.sweep();
            tries.add(what, ALL, TIME);
            return tries.add(what, address, TIME) <= FROM_ONE_ADDRESS;
        }));
    }

    /** The code of the try that {@link #begin} counted was right. Wrong ones before it still count. */
    public void right(String remoteAddress) {
        byte[] what = codes();
        apart.executeWithoutResult(status -> {
            tries.takeBack(what, ALL);
            tries.takeBack(what, ClientAddress.of(remoteAddress).text());
        });
    }

    /** How long somebody waits at most who is refused. */
    public Duration longestWait() {
        return TIME;
    }

    /** Each quarter of an hour counts by itself: whoever mistypes now and then is never refused. No login has U+0000 in it. */
    private byte[] codes() {
        return Secrets.hash("\0codes " + clock.instant().getEpochSecond() / TIME.toSeconds());
    }
}
