package io.rotadesk.access;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates people with a password that need not be changed, for tests of other packages. */
public class TestPeople {

    public static final String PASSWORD = "korrekt-pferd-batterie";

    private static final AtomicInteger number = new AtomicInteger(1000);

    private final Accounts accounts;

    public TestPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A name that no other test uses and that is not part of another such name; usable as a login and as a unit's id.
     */
    public static String unique(String prefix) {
        return prefix + "x" + number.incrementAndGet();
    }

    /** @param unit null for none */
    public SignedInUser with(String unit, Role... roles) {
        return named(unique("somebody"), unit, roles);
    }

    public SignedInUser named(String login, String unit, Role... roles) {
        accounts.createWithPassword(new Account(login, "测试" + login, Set.of(roles), unit), PASSWORD);
        return accounts.find(login).orElseThrow();
    }
}
