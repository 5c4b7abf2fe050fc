package io.rotadesk.leasing.customer;

import io.rotadesk.leasing.customer.CustomerSearch.PageEnd;
import io.rotadesk.platform.lookup.SearchText;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

/**
 * A search for customers as SQL, in the order of the list. Each way reads little, whatever somebody types and however many
 * customers there are: it follows an index and stops when it has enough. So nothing depends on what the database believes
 * about the words and people that it does not know beforehand.
 */
final class CustomerQuestion {

    /** How many customers of the list are compared with a text before its own index is asked. */
    static final int LOOK_AT = 4_000;

    /** A number as long as this can begin with the digits of an operator and a place, as many do. */
    private static final int FREQUENT_DIGITS = 4;

    private static final String OF_NUMBER = """
            (select bool_or(p.phone = :whole or p.phone like :begins or p.phone like :beginsHere
               or reverse(p.phone) like :ends) from customer_phone p where p.customer_id = c.id)
            """;

    // The comparisons are those of the indexes, whatever the database's language is.
    private static final String BY_NUMBER = """
            select c.*, 0 as looked_at from customer c where c.id = any (array(
              select p.customer_id from customer_phone p where p.unit_id = :unit and p.phone = :whole
              union select p.customer_id from customer_phone p
                where p.unit_id = :unit and p.phone ~>=~ :beginsFrom and p.phone ~<~ :beginsTo
              union select p.customer_id from customer_phone p
                where p.unit_id = :unit and p.phone ~>=~ :beginsHereFrom and p.phone ~<~ :beginsHereTo
              union select p.customer_id from customer_phone p
                where p.unit_id = :unit and reverse(p.phone) ~>=~ :endsFrom and reverse(p.phone) ~<~ :endsTo)) and\s""";

    /** The number of the part with the longest validity in a unit. */
    private static final String FIRST_PART = """
            search_part_number((select c.valid_until from customer c
              where c.unit_id = :unit and c.merged_into is null and c.valid_until is not null
              order by c.valid_until desc nulls last limit 1), 7)
            """;

    /** From the one given down to the last; customers without a validity come after them. */
    private static final String DOWN_FROM = """
            select generate_series(%s, search_part_number((select c.valid_until from customer c
                where c.unit_id = :unit and c.merged_into is null and c.valid_until is not null
                order by c.valid_until nulls first limit 1), 7), -1) as part
            union all select null
            """;

    private static final String UP_TO_SOON = """
            select generate_series(search_part_number(cast(:now as timestamptz), 7),
                search_part_number(cast(:soon as timestamptz), 7)) as part
            """;

    /** All parts of a unit, in the order of the list. */
    static final String ALL_PARTS = DOWN_FROM.formatted(FIRST_PART);

    /** Those of {@code part} whose name has all terms of {@code :searched}; only the terms are looked for by an index. */
    static final String WITH_NAME = """
            c.unit_id || '' = :unit and search_part_number(c.valid_until, 7) is not distinct from part
              and c.merged_into is null and search_terms(search_part(c.unit_id, c.valid_until, 7), '{}', array[c.name])
              @> search_terms_of_name(:unit || '@' || coalesce(part::text, ''), :searched)
            """;

    private final CustomerFilter filter;
    private final SearchText text;
    private final Map<String, Object> values = new HashMap<>();
    private final String where;

    CustomerQuestion(CustomerFilter filter, PageEnd after) {
        this.filter = filter;
        this.text = SearchText.of(filter.text());
        this.where = who() + after(after);
        if (text != null) {
            typed();
        }
    }

    Map<String, Object> values() {
        return values;
    }

    /** Whether to look through the list first. Only then is there a limit on what is looked at. */
    boolean beginsWithList() {
        if (text == null) {
            return true;
        }
        return text.isNumber() ? text.digits().length() <= FREQUENT_DIGITS : filter.agent() != null;
    }

    boolean hasText() {
        return text != null;
    }

    /** All of them, or those among the first ones whose text is that. */
    String inOrder(int limit) {
        if (text == null) {
            return "select c.*, 0 as looked_at from customer c where " + where + order() + " limit " + limit;
        }
        return "with looked as materialized (select c.* from customer c where " + where + order() + " limit " + LOOK_AT
                + ") select c.*, n.looked_at from (select count(*) as looked_at from looked) n left join lateral"
                + " (select c.* from looked c where " + (text.isNumber() ? OF_NUMBER : "c.name ilike :name") + order()
                + " limit " + limit + ") c on true" + order();
    }

    /** Those whom the index of names or of numbers finds. */
    String byText(int limit) {
        return text.isNumber()
                ? BY_NUMBER + where + order() + " limit " + limit
                : "select c.*, 0 as looked_at from (select c.* from (" + parts() + ") parts cross join lateral"
                        + " (select * from (select * from customer c where " + WITH_NAME
                        + " offset 0) c where c.name ilike :name and " + where
                        + order() + " limit " + limit + ") c limit " + limit + ") c" + order();
    }

    private String parts() {
        if (urgentFirst()) {
            return UP_TO_SOON;
        }
        return values.containsKey("afterEnd")
                ? DOWN_FROM.formatted("search_part_number(cast(:afterEnd as timestamptz), 7)")
                : ALL_PARTS;
    }

    private boolean urgentFirst() {
        return filter.status() == CustomerStatus.SOON;
    }

    private String order() {
        return urgentFirst()
                // As the index has it when it is read backwards; there is none without a validity.
                ? " order by c.valid_until nulls first, c.id"
                : " order by c.valid_until desc nulls last, c.id desc";
    }

    private String who() {
        StringBuilder who = new StringBuilder("c.unit_id = :unit and c.merged_into is null");
        values.put("unit", filter.unitId());
        if (filter.agent() != null) {
            who.append(" and c.agent = :agent");
            values.put("agent", filter.agent());
        }
        if (filter.status() != null) {
            who.append(
                    switch (filter.status()) {
                        case ACTIVE -> " and c.agent is not null and c.valid_until > :now";
                        case SOON -> " and c.agent is not null and c.valid_until > :now and c.valid_until <= :soon";
                        case LAPSED -> " and c.agent is not null and c.valid_until <= :now";
                        case NOBODYS -> " and c.agent is null";
                    });
            values.put("now", Timestamp.from(filter.now()));
            values.put("soon", Timestamp.from(filter.soon()));
        }
        return who.toString();
    }

    private String after(PageEnd after) {
        if (after == null) {
            return "";
        }
        values.put("afterEnd", Timestamp.from(after.validUntil()));
        values.put("afterId", after.id());
        return urgentFirst()
                ? " and (c.valid_until, c.id) > (:afterEnd, :afterId)"
                : " and c.valid_until <= :afterEnd and (c.valid_until < :afterEnd or c.id < :afterId)";
    }

    /** A number is found by its digits, however it was typed; anything else is a name. */
    private void typed() {
        values.put("searched", text.indexed());
        if (!text.isNumber()) {
            values.put("name", text.name());
            return;
        }
        values.put("whole", PhoneNumbers.e164(filter.text().strip()).orElse(""));
        piece("begins", "+" + text.digits());
        piece("beginsHere", "+86" + text.digits());
        piece("ends", new StringBuilder(text.digits()).reverse().toString());
    }

    /** What begins with the digits lies between them and the same digits with the last one counted up. */
    private void piece(String name, String digits) {
        int last = digits.length() - 1;
        values.put(name, digits + "%");
        values.put(name + "From", digits);
        values.put(name + "To", digits.substring(0, last) + (char) (digits.charAt(last) + 1));
    }
}
