package io.rotadesk.platform.database;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/** The PostgreSQL that is part of this build. */
record OwnPrograms(PgBinaryResolver library) implements PgBinaryResolver {

    /** @throws NoDatabaseException if this build has none for this system */
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        try {
            return library.getPgBinary(system, machineHardware);
        } catch (IllegalStateException | IOException e) {
            throw new NoDatabaseException(e);
        }
    }
}
