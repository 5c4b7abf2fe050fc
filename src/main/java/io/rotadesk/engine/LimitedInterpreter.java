package io.rotadesk.engine;

import java.math.BigDecimal;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;

/** Evaluates FEEL step by step, as far as the budget goes, and creates no value that is too large. */
final class LimitedInterpreter extends FeelInterpreter {

    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_DIGITS = 400;

    /** A text of this length costs as much as a step. */
    private static final int CHARACTERS_PER_STEP = 32;

    private final Budget budget;

    LimitedInterpreter(ValueMapper values, Budget budget) {
        super(values);
        this.budget = budget;
    }

    /** @throws Budget.Spent if it takes too much */
    @Override
    public Val eval(Exp expression, EvalContext context) {
        budget.spend(1);
        Val value = super.eval(expression, context);
        if (value instanceof ValString text) {
            spend(text.value().length(), LONGEST_TEXT, CHARACTERS_PER_STEP);
        } else if (value instanceof ValList list) {
            spend(list.items().size(), MOST_ITEMS, 1);
        } else if (value instanceof ValNumber number) {
            BigDecimal decimal = number.value().bigDecimal();
            spend(Math.abs((long) decimal.precision() - decimal.scale()), MOST_DIGITS, MOST_DIGITS);
            spend(Math.abs((long) decimal.scale()), MOST_DIGITS, MOST_DIGITS);
        }
        return value;
    }

    private void spend(long size, int most, int perStep) {
        if (size > most) {
            throw new Budget.Spent();
        }
        budget.spend(size / perStep);
    }
}
