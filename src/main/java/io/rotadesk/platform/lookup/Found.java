package io.rotadesk.platform.lookup;

import java.util.List;

/**
 * A page of a register's list.
 *
 * @param next null on the last page
 */
public record Found<T>(List<T> entries, Place next) {}
