package io.rotadesk.visit;

import java.time.Instant;

/**
 * Which visits of a unit are looked for. Everything but the unit may be null: then it does not matter.
 *
 * @param seenBy an agent's login: only the visitors whom they received, and visits of their customers
 * @param text a phone number, a part of one, or a part of a name or company
 * @param agent who receives, received, greeted or owns
 * @param from came, or is to come, at this time or later
 * @param to came, or is to come, before this time
 */
public record VisitFilter(
        String unitId, String seenBy, String text, String agent, VisitState state, Instant from, Instant to) {}
