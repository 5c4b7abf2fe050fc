package io.rotadesk.platform.lookup;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells who has so many customers that going through them takes longer than going through the register. */
final class BusyPeople {

    private static final int MANY_CUSTOMERS = 10_000;

    private final JdbcClient db;
    private final RegisterTable<?> register;

    BusyPeople(JdbcClient db, RegisterTable<?> register) {
        this.db = db;
        this.register = register;
    }

    /** Whether the one who looks is such a person; never if somebody looks who sees all. */
    boolean isBusy(EntryFilter<?> filter) {
        return filter.seenBy() != null
                && db.sql("select exists (" + register.seenWithCustomers() + " offset " + MANY_CUSTOMERS + " limit 1)")
                        .param("unit", filter.unitId())
                        .param("seenBy", filter.seenBy())
                        .query(Boolean.class)
                        .single();
    }
}
