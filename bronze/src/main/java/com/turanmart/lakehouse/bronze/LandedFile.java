package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.storage.StoredFile;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file of the landing zone that belongs to a table.
 *
 * @param sha256 of its bytes; empty until it was read
 */
public record LandedFile(TableName table, StoredFile file, LocalDate date, String sha256) implements Serializable {

    LandedFile withSha256(String hash) {
        return new LandedFile(table, file, date, hash);
    }

    String identity() {
        return FileLedger.identity(table, file.path(), file.sizeBytes(), file.modifiedAtMillis());
    }

    LoadedFile loaded(long rows, long malformed) {
        return new LoadedFile(
                file.path(), file.sizeBytes(), file.modifiedAtMillis(), sha256, date.toString(), rows, malformed);
    }
}
