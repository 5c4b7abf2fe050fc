package io.rotadesk.staff.notice.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Set;

/**
 * What a robot's answer means. Robots answer errors with HTTP 200, so success is read in the body.
 *
 * @param code the member with the error code; 0 is success
 * @param message the member with the receiver's words
 * @param limited codes for too many messages
 * @param refused codes for what somebody has to put right
 * @param pause after too many messages
 */
record RobotAnswers(String code, String message, Set<Integer> limited, Set<Integer> refused, Duration pause) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Answer of(HttpPost.Reply reply) {
        JsonNode body;
        try {
            body = JSON.readTree(reply.body());
        } catch (JsonProcessingException e) {
            return Answer.failed("The answer is not understood: " + reply.body());
        }
        JsonNode found = body == null ? null : body.get(code);
        if (found == null || !found.isIntegralNumber()) {
            return Answer.failed("The answer is not understood: " + reply.body());
        }
        int number = found.intValue();
        String said = code + " " + number + " " + body.path(message).asText("");
        if (number == 0) {
            return Answer.accepted(said);
        }
        if (limited.contains(number)) {
            return Answer.limited(said, pause);
        }
        return refused.contains(number) ? Answer.refused(said) : Answer.failed(said);
    }
}
