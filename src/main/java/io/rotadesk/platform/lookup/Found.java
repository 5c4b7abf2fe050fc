package io.rotadesk.platform.lookup;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a register's list.
 *
 * @param next null on the last page
 */
public record Found<T>(List<T> entries, PageEnd next) {

    /** The same page, with other things for its entries. */
    public <S> Found<S> map(Function<T, S> change) {
        return new Found<>(entries.stream().map(change).toList(), next);
    }
}
