package io.rotadesk.engine;

import camundajar.impl.scala.collection.Iterator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * The values that a cell of a decision table lets pass, as far as they can be told without a variable: listed texts,
 * numbers within limits, true, false, null. What is said about two cells is certain, or is not said.
 */
sealed interface CellValues {

    /** Every value, also none: an empty cell. */
    record Any() implements CellValues {}

    /** Every text but these. */
    record AllBut(Set<String> texts) implements CellValues {}

    /** What at least one of the parts lets pass. */
    record OneOf(List<Part> parts) implements CellValues {}

    /** Depends on variables, or is more than is read here. */
    record Unknown() implements CellValues {}

    /** A single value, or the numbers within limits. */
    sealed interface Part {}

    /** @param value a text, or true or false, or null */
    record Single(Object value) implements Part {}

    /** @param from null for no limit, like {@code to} */
    record Range(BigDecimal from, boolean withFrom, BigDecimal to, boolean withTo) implements Part {

        boolean isEmpty() {
            if (from == null || to == null) {
                return false;
            }
            int order = from.compareTo(to);
            return order > 0 || order == 0 && !(withFrom && withTo);
        }

        Range within(Range other) {
            boolean itsFrom = from == null
                    || other.from != null
                            && (other.from.compareTo(from) > 0 || other.from.compareTo(from) == 0 && !other.withFrom);
            boolean itsTo = to == null
                    || other.to != null && (other.to.compareTo(to) < 0 || other.to.compareTo(to) == 0 && !other.withTo);
            return new Range(
                    itsFrom ? other.from : from,
                    itsFrom ? other.withFrom : withFrom,
                    itsTo ? other.to : to,
                    itsTo ? other.withTo : withTo);
        }

        boolean covers(Range other) {
            Range common = within(other);
            return isSame(common.from, other.from)
                    && isSame(common.to, other.to)
                    && common.withFrom == other.withFrom
                    && common.withTo == other.withTo;
        }

        private static boolean isSame(BigDecimal one, BigDecimal other) {
            return one == null ? other == null : other != null && one.compareTo(other) == 0;
        }
    }

    /** @param test the parsed entry of an input column; null for an empty one */
    static CellValues of(Exp test) {
        if (test == null || test instanceof ConstBool) {
            // The engine reads a dash as true.
            return new Any();
        }
        if (test instanceof Not not) {
            return texts(not.x()).<CellValues>map(AllBut::new).orElseGet(Unknown::new);
        }
        List<Part> parts = new ArrayList<>();
        for (Exp each : alternatives(test)) {
            Optional<Part> part = part(each);
            if (part.isEmpty()) {
                return new Unknown();
            }
            parts.add(part.get());
        }
        return new OneOf(List.copyOf(parts));
    }

    /** @return the texts that are listed, if there is nothing but texts */
    static Optional<Set<String>> texts(Exp test) {
        Set<String> texts = new HashSet<>();
        for (Exp each : alternatives(test)) {
            if (!(bare(each) instanceof ConstString text)) {
                return Optional.empty();
            }
            texts.add(text.value());
        }
        return Optional.of(texts);
    }

    /** @return whether no value passes at all */
    default boolean isEmpty() {
        return this instanceof OneOf some
                && some.parts().stream().allMatch(part -> part instanceof Range range && range.isEmpty());
    }

    /** @return whether some value certainly passes both */
    default boolean meets(CellValues other) {
        if (this instanceof Unknown || other instanceof Unknown || isEmpty() || other.isEmpty()) {
            return false;
        }
        if (this instanceof Any || other instanceof Any || this instanceof AllBut && other instanceof AllBut) {
            return true;
        }
        if (this instanceof AllBut most) {
            return other instanceof OneOf some && some.parts().stream().anyMatch(part -> passes(most, part));
        }
        if (other instanceof AllBut) {
            return other.meets(this);
        }
        return this instanceof OneOf mine
                && other instanceof OneOf its
                && mine.parts().stream().anyMatch(one -> its.parts().stream().anyMatch(two -> meet(one, two)));
    }

    /** @return whether everything that passes the other certainly passes this one */
    default boolean covers(CellValues other) {
        if (this instanceof Any || other.isEmpty()) {
            return true;
        }
        if (this instanceof AllBut most) {
            return other instanceof AllBut less && less.texts().containsAll(most.texts())
                    || other instanceof OneOf some && some.parts().stream().allMatch(part -> passes(most, part));
        }
        return this instanceof OneOf mine
                && other instanceof OneOf its
                && its.parts().stream().allMatch(two -> mine.parts().stream().anyMatch(one -> covers(one, two)));
    }

    private static boolean passes(AllBut most, Part part) {
        return part instanceof Single single
                && single.value() instanceof String text
                && !most.texts().contains(text);
    }

    private static boolean meet(Part one, Part two) {
        if (one instanceof Range range && two instanceof Range other) {
            return !range.within(other).isEmpty();
        }
        return one.equals(two);
    }

    private static boolean covers(Part one, Part two) {
        if (one instanceof Range range && two instanceof Range other) {
            return range.covers(other);
        }
        return one.equals(two);
    }

    private static List<Exp> alternatives(Exp test) {
        if (!(test instanceof AtLeastOne list)) {
            return List.of(test);
        }
        List<Exp> each = new ArrayList<>();
        Iterator<Exp> all = list.xs().iterator();
        while (all.hasNext()) {
            each.add(all.next());
        }
        return each;
    }

    private static Exp bare(Exp test) {
        if (test instanceof UnaryTestExpression whole) {
            return whole.exp();
        }
        return test instanceof InputEqualTo equal ? equal.x() : test;
    }

    private static Optional<Part> part(Exp test) {
        if (test instanceof InputInRange within) {
            return range(within.range());
        }
        if (test instanceof InputLessThan less) {
            return number(less.x()).map(limit -> new Range(null, false, limit, false));
        }
        if (test instanceof InputLessOrEqual less) {
            return number(less.x()).map(limit -> new Range(null, false, limit, true));
        }
        if (test instanceof InputGreaterThan more) {
            return number(more.x()).map(limit -> new Range(limit, false, null, false));
        }
        if (test instanceof InputGreaterOrEqual more) {
            return number(more.x()).map(limit -> new Range(limit, true, null, false));
        }
        return single(bare(test));
    }

    private static Optional<Part> single(Exp value) {
        if (value instanceof ConstString text) {
            return Optional.of(new Single(text.value()));
        }
        if (value instanceof ConstBool truth) {
            return Optional.of(new Single(truth.value()));
        }
        if (value == ConstNull$.MODULE$) {
            return Optional.of(new Single(null));
        }
        return number(value).map(number -> new Range(number, true, number, true));
    }

    private static Optional<Part> range(ConstRange range) {
        Optional<BigDecimal> from = boundary(range.start());
        Optional<BigDecimal> to = boundary(range.end());
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(
                        from.get(),
                        range.start() instanceof ClosedConstRangeBoundary,
                        to.get(),
                        range.end() instanceof ClosedConstRangeBoundary));
    }

    private static Optional<BigDecimal> boundary(ConstRangeBoundary boundary) {
        return number(boundary.value());
    }

    private static Optional<BigDecimal> number(Exp value) {
        if (value instanceof ConstNumber number) {
            return Optional.of(number.value().bigDecimal());
        }
        return value instanceof ArithmeticNegation minus ? number(minus.x()).map(BigDecimal::negate) : Optional.empty();
    }
}
