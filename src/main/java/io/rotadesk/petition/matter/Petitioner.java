package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.Column;

/**
 * The person or group that brought a matter.
 *
 * @param phone E.164 if it can be a phone number, else as it was written
 * @param groupSize how many came together
 */
record Petitioner(
        @Column("petitioner_name") String name,
        @Column("petitioner_phone") String phone,
        boolean anonymous,
        int groupSize) {

    Petitioner erased() {
        return new Petitioner(null, null, anonymous, groupSize);
    }
}
