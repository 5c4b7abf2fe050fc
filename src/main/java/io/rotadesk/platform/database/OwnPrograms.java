package io.rotadesk.platform.database;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/**
 * The PostgreSQL that is part of this build, for one server. The library remembers by this object where it has unpacked
 * the programs, so two of them are never equal, as two records would be.
 */
final class OwnPrograms implements PgBinaryResolver {

    private final PgBinaryResolver library;

    OwnPrograms(PgBinaryResolver library) {
        this.library = library;
    }

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
