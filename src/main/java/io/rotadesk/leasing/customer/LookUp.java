package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * One question whose customer somebody is, as it is on record.
 *
 * @param login the person who asked
 * @param asked a name as it was typed, or a number of which only the last digits are left; null if it was erased
 * @param found how many customers were shown
 * @param chosen whether one of them was then named as the person on the phone or at the door
 */
public record LookUp(long id, String login, Instant at, String asked, int found, boolean chosen) {}
