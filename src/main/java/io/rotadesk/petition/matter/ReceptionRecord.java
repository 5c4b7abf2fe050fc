package io.rotadesk.petition.matter;

import java.util.List;

/**
 * The record of a reception (P2).
 *
 * @param account the petitioner's account
 * @param purpose the petitioner's purpose, as written and confirmed
 * @param earlierMatter the number of an earlier matter, as typed; null if none was named
 * @param sameMatter whether they came with the same matter again
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
