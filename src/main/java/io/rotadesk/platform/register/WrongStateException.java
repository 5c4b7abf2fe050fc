package io.rotadesk.platform.register;

import io.rotadesk.platform.input.TooLateException;
import java.util.Arrays;
import java.util.List;

/**
 * Something was to happen to a row that cannot happen in the state in which it is. Somebody else was mostly faster; a user
 * is told so, and nothing was changed.
 */
public class WrongStateException extends TooLateException {

    private final String transition;
    private final Enum<?> state;

    private WrongStateException(Object row, String transition, Enum<?> state, List<? extends Enum<?>> from) {
        super(row + " is " + state + " and cannot be " + transition + "; it must be one of " + from);
        this.transition = transition;
        this.state = state;
    }

    /**
     * @param row whose transition it is, by its key
     * @param transition what happens to the row, as one says that something is
     * @param from the states from which it may happen
     * @throws WrongStateException unless the row is in one of them
     */
    @SafeVarargs
    public static <S extends Enum<S>> void unless(Object row, String transition, S state, S... from) {
        if (!Arrays.asList(from).contains(state)) {
            throw new WrongStateException(row, transition, state, List.of(from));
        }
    }

    /** What was to happen to the row. */
    public String transition() {
        return transition;
    }

    /** In which state the row is. */
    public Enum<?> state() {
        return state;
    }
}
