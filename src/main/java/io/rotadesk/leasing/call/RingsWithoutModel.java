package io.rotadesk.leasing.call;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.OtherRings;
import io.rotadesk.engine.RingingTask;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles calls that ring without the model: shows them like other rings, and moves them on when their time is over,
 * since no timer of the engine does it.
 */
@Component
class RingsWithoutModel implements Mending, OtherRings {

    /** A timer set to the exact moment is rather a little late than a little early. */
    private static final Duration AFTER = Duration.ofMillis(50);

    private final Calls calls;
    private final FixedWay fixedWay;
    private final MendingSweep sweep;
    private final TransactionTemplate transaction;
    private final Map<String, String> names;
    private final Clock clock;

    RingsWithoutModel(
            Calls calls,
            FixedWay fixedWay,
            MendingSweep sweep,
            PlatformTransactionManager transactions,
            @Value("${rotadesk.locale:zh-CN}") Locale locale,
            Clock clock) {
        this.calls = calls;
        this.fixedWay = fixedWay;
        this.sweep = sweep;
        this.transaction = new TransactionTemplate(transactions);
        this.names = names(new Words(locale, "i18n/call"));
        this.clock = clock;
    }

    private static Map<String, String> names(Words words) {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .collect(Collectors.toMap(
                        Locale::getLanguage, language -> words.get(language, "call.ringsWithoutModel")));
    }

    /** Makes sure that the call goes on when its ring is over. */
    void watch(Call call) {
        if (!call.guided() && call.ringing().answerBy() != null) {
            sweep.lookAfter(
                    Duration.between(clock.instant(), call.ringing().answerBy()).plus(AFTER), this);
        }
    }

    @Override
    public void mend() {
        OneByOne.mend(calls.ringsOver(clock.instant()).stream().map(Call::key).toList(), this::ranOut);
    }

    private void ranOut(CallKey key) {
        transaction.executeWithoutResult(status -> calls.hold(key)
                .filter(call -> !call.guided() && call.state() == CallState.RINGING)
                .filter(call -> !call.ringing().answerBy().isAfter(clock.instant()))
                .ifPresent(call -> fixedWay.notAnswered(key)));
        watch(calls.get(key));
    }

    @Override
    public List<RingingTask> of(String login) {
        return calls.ringingWithoutModel(login).stream()
                .map(call -> new RingingTask(
                        call.key().toString(),
                        names,
                        PhoneNumbers.readable(call.caller().number()),
                        call.ringing().answerBy()))
                .toList();
    }
}
