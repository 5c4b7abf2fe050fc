package io.rotadesk.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text in JSON has a character that cannot be stored. */
class BadCharactersException extends JsonMappingException {

    BadCharactersException(JsonParser parser) {
        super(parser, "a character that cannot be stored");
    }
}
