package io.rotadesk.leasing.customer;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OnceAnHour;
import io.rotadesk.platform.lookup.SearchText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whose customer somebody is (L2.2b, L3.2b), to everybody of the unit: the agent with an unknown caller on the line has
 * to find the colleague whose customer it is. Every question is on record, and nobody gets far with many of them.
 */
@Service
@Transactional
public class LookUps implements Mending {

    /** The field of a form that takes a {@link Hit#choice}. */
    public static final String FIELD = "foundCustomer";

    /** The most customers of one answer. */
    public static final int MOST = 8;

    /** How long a question is on record. */
    public static final Duration KEPT = Duration.ofDays(180);

    private static final Duration SHORT_WHILE = Duration.ofMinutes(1);
    private static final int MOST_IN_A_SHORT_WHILE = 10;
    private static final Duration LONG_WHILE = Duration.ofHours(1);
    private static final int MOST_IN_A_LONG_WHILE = 60;

    private static final int LEAST_DIGITS = 4;
    private static final int LEAST_HAN = 2;
    private static final int LEAST_LETTERS = 3;
    private static final int LONGEST = 60;

    /** A number as long as this is shown by its last four digits on record, a shorter piece by its last two. */
    private static final int WHOLE_NUMBER = 8;

    /** Within a name that is asked for; also with a space, hyphen or full stop between digits. */
    private static final Pattern NUMBER_IN_TEXT = Pattern.compile("[0-9](?:[-. ]?[0-9]){4,}");

    /** Longer than any call or reception. */
    private static final Duration CHOICE_LASTS = Duration.ofHours(12);

    private static final Pattern CHOICE = Pattern.compile("〔([0-9]{1,18})-([1-9])〕\\s*$");

    private final CustomerSearch search;
    private final Customers customers;
    private final LookUpRows rows;
    private final Clock clock;
    private final OnceAnHour hourly;

    LookUps(CustomerSearch search, Customers customers, LookUpRows rows, Clock clock) {
        this.search = search;
        this.customers = customers;
        this.rows = rows;
        this.clock = clock;
        this.hourly = new OnceAnHour(clock);
    }

    /** The end of a question. */
    public enum Outcome {
        ANSWERED,
        /** Fewer than four digits, two Chinese characters or three letters. */
        TOO_SHORT,
        /** The person has asked too much. */
        TOO_OFTEN
    }

    /** @param choice names the customer in a form, see {@link #chosen}: only this person can, and only today */
    public record Hit(Customer customer, String choice) {}

    /** @param more whether there are others; the person has to ask more precisely */
    public record Answer(Outcome outcome, List<Hit> hits, boolean more) {

        private static Answer none(Outcome why) {
            return new Answer(why, List.of(), false);
        }
    }

    /**
     * Answers a question and puts it on record.
     *
     * @param text a number, its beginning or end, or a part of a name or a company
     * @param login the person who asks
     */
    public Answer ask(String unitId, String text, String login) {
        SearchText typed = SearchText.of(text);
        if (typed == null || typed.piece().length() > LONGEST || isShort(typed)) {
            return Answer.none(Outcome.TOO_SHORT);
        }
        Instant now = clock.instant();
        // Two questions of one person at the same time are counted one after the other.
        rows.oneAtATime(login);
        if (rows.since(login, now.minus(SHORT_WHILE)) >= MOST_IN_A_SHORT_WHILE
                || rows.since(login, now.minus(LONG_WHILE)) >= MOST_IN_A_LONG_WHILE) {
            return Answer.none(Outcome.TOO_OFTEN);
        }
        CustomerSearch.Found found = search.find(new CustomerFilter(unitId, text, null, null, now, now), null, MOST);
        List<Customer> shown = found.customers();
        long id = rows.insert(
                unitId,
                login,
                now,
                onRecord(typed),
                shown.stream().map(Customer::id).toList());
        List<Hit> hits = java.util.stream.IntStream.range(0, shown.size())
                .mapToObj(i -> new Hit(shown.get(i), "〔" + id + "-" + (i + 1) + "〕"))
                .toList();
        return new Answer(Outcome.ANSWERED, hits, found.next() != null);
    }

    /**
     * The customer whom a form's field names by a {@link Hit#choice}, and puts the choice on record.
     *
     * @param field ends with the choice
     * @param login the person who sends the form: only those whom they were shown themselves can be named
     * @return empty if the field names none
     */
    public Optional<Customer> chosen(String unitId, String field, String login) {
        Matcher choice = CHOICE.matcher(field);
        if (!choice.find()) {
            return Optional.empty();
        }
        long id = Long.parseLong(choice.group(1));
        return rows.shown(id, unitId, login, clock.instant().minus(CHOICE_LASTS), Integer.parseInt(choice.group(2)))
                .flatMap(customers::find)
                .filter(customer -> customer.unitId().equals(unitId))
                .map(customer -> {
                    rows.chosen(id, customer.id());
                    return customer;
                });
    }

    /** The latest questions in a unit. */
    public List<LookUp> latest(String unitId, int limit) {
        return rows.latest(unitId, clock.instant().minus(KEPT), limit);
    }

    @EventListener
    void erased(CustomerErased erased) {
        rows.forget(erased.unitId(), erased.customerId());
    }

    private static boolean isShort(SearchText typed) {
        if (typed.isNumber()) {
            return typed.digits().length() < LEAST_DIGITS;
        }
        long han = typed.piece().codePoints().filter(Character::isIdeographic).count();
        long letters =
                typed.piece().codePoints().filter(Character::isLetterOrDigit).count();
        return han < LEAST_HAN && letters < LEAST_LETTERS;
    }

    private static String onRecord(SearchText typed) {
        return typed.isNumber()
                ? lastDigits(typed.digits())
                : NUMBER_IN_TEXT.matcher(typed.piece()).replaceAll(number -> lastDigits(digits(number.group())));
    }

    private static String lastDigits(String digits) {
        int left = digits.length() >= WHOLE_NUMBER ? 4 : 2;
        return "*".repeat(digits.length() - left) + digits.substring(digits.length() - left);
    }

    private static String digits(String written) {
        return written.replaceAll("\\D", "");
    }

    /** Questions are on record for half a year, in every unit. */
    @Override
    public void mend() {
        hourly.look(() -> rows.deleteBefore(clock.instant().minus(KEPT)));
    }
}
