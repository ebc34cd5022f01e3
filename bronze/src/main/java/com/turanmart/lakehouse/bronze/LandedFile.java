package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.storage.StoredFile;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file of the landing zone that belongs to a table.
 *
 * @param delivery name of the set of files that it came with; its own path until that is known
 * @param sha256 of its bytes; empty until it was read
 */
public record LandedFile(TableName table, StoredFile file, LocalDate date, String delivery, String sha256)
        implements Serializable {

    static LandedFile of(TableName table, StoredFile file, LocalDate date) {
        return new LandedFile(table, file, date, file.path(), "");
    }

    LandedFile withDelivery(String name) {
        return new LandedFile(table, file, date, name, sha256);
    }

    LandedFile withSha256(String hash) {
        return new LandedFile(table, file, date, delivery, hash);
    }

    LoadedFile loaded(long rows, long malformed) {
        return new LoadedFile(
                file.path(),
                file.sizeBytes(),
                file.modifiedAtMillis(),
                file.etag(),
                sha256,
                date.toString(),
                delivery,
                rows,
                malformed);
    }
}
