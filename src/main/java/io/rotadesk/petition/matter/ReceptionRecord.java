package io.rotadesk.petition.matter;

import java.util.List;

/**
 * What the one who received the petitioner wrote down (P2).
 *
 * @param account what the petitioner said
 * @param purpose what they want, as written and confirmed
 * @param earlierMatter the number of an earlier matter, as typed; null if none was named
 * @param sameMatter whether they came with that same matter again
 */
public record ReceptionRecord(
        String petitionerName,
        String petitionerPhone,
        boolean anonymous,
        int groupSize,
        String account,
        List<Material> materials,
        String category,
        String purpose,
        String earlierMatter,
        boolean sameMatter,
        String destination,
        String grade) {}
