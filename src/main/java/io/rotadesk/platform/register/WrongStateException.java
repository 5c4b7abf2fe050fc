package io.rotadesk.platform.register;

import io.rotadesk.platform.input.TooLateException;
import java.util.Arrays;
import java.util.List;

/**
 * A row's state does not allow the transition. Usually somebody else was faster; the user is told so, and nothing was
 * changed.
 */
public class WrongStateException extends TooLateException {

    private WrongStateException(Object row, String transition, Enum<?> state, List<? extends Enum<?>> from) {
        super(row + " is " + state + " and cannot be " + transition + "; it must be one of " + from);
    }

    /**
     * @param row the key of the row
     * @param transition the name of the transition, as a participle
     * @param from the states that allow it
     * @throws WrongStateException unless the row is in one of them
     */
    @SafeVarargs
    public static <S extends Enum<S>> void unless(Object row, String transition, S state, S... from) {
        List<S> allowed = Arrays.stream(from).toList();
        if (!allowed.contains(state)) {
            throw new WrongStateException(row, transition, state, allowed);
        }
    }
}
