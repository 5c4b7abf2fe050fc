package io.rotadesk.platform.door;

/** Knows which tokens are valid without asking the database, since every request is checked. */
public interface PhoneTokens {

    boolean knows(String token);
}
