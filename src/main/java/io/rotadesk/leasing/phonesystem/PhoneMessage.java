package io.rotadesk.leasing.phonesystem;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message as a phone system sent it.
 *
 * @param body JSON or a form; may be empty
 * @param headers by their names in small letters
 * @param fields what the unit set for systems of any kind: our names, and theirs
 * @param zone of times without offset
 */
public record PhoneMessage(String body, Map<String, String> headers, List<String> fields, ZoneId zone) {

    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
