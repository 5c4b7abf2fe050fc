package io.rotadesk.platform.database;

import java.nio.file.Path;

/** A second application was started on a data folder that is in use. */
class DatabaseFolderTakenException extends UnusableDatabaseException {

    DatabaseFolderTakenException(Path folder) {
        super(
                "Another running Rota Desk uses the data folder " + folder + ".",
                "Stop it, or name another folder with rotadesk.database.directory.",
                null);
    }
}
