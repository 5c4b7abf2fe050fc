package io.rotadesk.platform.door;

/** Which tokens are good, as far as is known without asking the database: it is asked for every request. */
public interface PhoneTokens {

    boolean knows(String token);
}
