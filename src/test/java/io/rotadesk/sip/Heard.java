package io.rotadesk.sip;

/**
 * One thing that a phone or a caller wrote down.
 *
 * @param millis since 1970
 * @param what rings, stops, talks, over; for callers also dials, gives, refers
 * @param extension of the phone; for callers what they dialled, or "-"
 * @param caller the caller's number
 * @param callId the call's id in SIP, which is the id in the register
 */
public record Heard(double millis, String what, String extension, String caller, String callId) {

    /** @param line of a log of sipp: date, time, then seconds and what the scenario wrote */
    static Heard read(String line) {
        String[] parts = line.substring(line.lastIndexOf('\t') + 1).split(" ");
        return new Heard(Double.parseDouble(parts[0]) * 1000, parts[1], parts[2], parts[3], parts[4]);
    }

    public boolean is(String kind, String at) {
        return what.equals(kind) && extension.equals(at);
    }
}
