package io.rotadesk.platform.phone;

import java.util.List;
import java.util.Optional;

/**
 * A telephone number as a phone system, a form or a file has it, and what it means.
 *
 * @param kind whether it can tell who it is
 * @param e164 such as {@code +8613800000000}; null unless the number is valid
 * @param extension the digits that are dialled behind the number; null for none
 */
public record SentNumber(Kind kind, String e164, String extension) {

    /** What a number is good for. */
    public enum Kind {
        /** A number that somebody can have: it recognises its owner. */
        VALID,
        /** Something else, which is kept as it came: a digit too few, an inner extension, a name. It recognises nobody. */
        DOUBTFUL,
        /** Nothing, or a sign that the number is withheld. It recognises nobody and cannot be called back. */
        WITHHELD
    }

    private static final SentNumber WITHHELD = new SentNumber(Kind.WITHHELD, null, null);
    private static final SentNumber DOUBTFUL = new SentNumber(Kind.DOUBTFUL, null, null);

    /** More of a header is not looked at: it is more than a request may have. */
    private static final int LONGEST = 70_000;

    /**
     * Reads a number in any form: typed, in a SIP or tel address, in a header with a display name.
     *
     * @param written may be null
     * @param place where it was written, which says what may be left out
     */
    public static SentNumber read(String written, Numbering place) {
        if (written == null) {
            return WITHHELD;
        }
        String text = Signs.plain(written.length() > LONGEST ? written.substring(0, LONGEST) : written);
        List<SentAddress> addresses = SentAddress.in(text);
        if (addresses.stream().anyMatch(SentAddress::hidden)) {
            return WITHHELD;
        }
        List<SentNumber> found =
                addresses.stream().map(address -> read(address, place)).toList();
        return first(found, Kind.VALID).or(() -> first(found, Kind.DOUBTFUL)).orElse(WITHHELD);
    }

    private static Optional<SentNumber> first(List<SentNumber> found, Kind kind) {
        return found.stream().filter(number -> number.kind == kind).findFirst();
    }

    private static SentNumber read(SentAddress address, Numbering place) {
        String user = address.user();
        if (Withheld.isMeantBy(user, place)) {
            return WITHHELD;
        }
        NumberReader reader = new NumberReader(place);
        SentNumber read = reader.read(user)
                .map(number -> new SentNumber(Kind.VALID, number.e164(), number.extension()))
                .orElse(DOUBTFUL);
        return read.isValid() && read.extension == null && address.extension() != null
                ? new SentNumber(Kind.VALID, read.e164, address.extension())
                : read;
    }

    public boolean isValid() {
        return kind == Kind.VALID;
    }

    public boolean isWithheld() {
        return kind == Kind.WITHHELD;
    }

    /** The number in E.164; empty unless it is valid. */
    public Optional<String> number() {
        return Optional.ofNullable(e164);
    }
}
