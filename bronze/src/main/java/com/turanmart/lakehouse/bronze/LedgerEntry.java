package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.LoadedFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row of the file ledger: a file came into a state.
 *
 * @param version of the table that has the file's rows; -1 when none has
 * @param reason why it is in that state; empty when that goes without saying
 */
record LedgerEntry(TableName table, LoadedFile file, FileState state, String run, long version, String reason) {
    static final StructType SCHEMA = new StructType()
            .add("table", DataTypes.StringType)
            .add("data_date", DataTypes.StringType)
            .add("path", DataTypes.StringType)
            .add("size_bytes", DataTypes.LongType)
            .add("modified_at_millis", DataTypes.LongType)
            .add("etag", DataTypes.StringType)
            .add("sha256", DataTypes.StringType)
            .add("delivery", DataTypes.StringType)
            .add("state", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("malformed", DataTypes.LongType)
            .add("run", DataTypes.StringType)
            .add("table_version", DataTypes.LongType)
            .add("reason", DataTypes.StringType);

    Row row() {
        return RowFactory.create(
                table.toString(),
                file.date(),
                file.path(),
                file.sizeBytes(),
                file.modifiedAtMillis(),
                file.etag(),
                file.sha256(),
                file.delivery(),
                state.word(),
                file.rows(),
                file.malformed(),
                run,
                version,
                reason);
    }

    static LedgerEntry of(Row row) {
        var file = new LoadedFile(
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(1),
                row.getString(7),
                row.getLong(9),
                row.getLong(10));
        return new LedgerEntry(
                TableName.parse(row.getString(0)),
                file,
                FileState.of(row.getString(8)),
                row.getString(11),
                row.getLong(12),
                row.getString(13));
    }

    /** Name, size, time and what the store calls its content: enough to know a file again without reading it. */
    String identity() {
        return table + "\n" + file.path() + "\n" + file.sizeBytes() + "\n" + file.modifiedAtMillis() + "\n"
                + file.etag();
    }

    /** What makes a file a repetition: the same bytes for the same table and day. */
    String content() {
        return table + "\n" + file.date() + "\n" + file.sha256();
    }

    boolean saysTheSameAs(LedgerEntry other) {
        return state == other.state && reason.equals(other.reason);
    }

    /** Of two entries about one file the one that holds: a settled state is final, else the later run's. */
    LedgerEntry or(LedgerEntry other) {
        if (state.isSettled() != other.state.isSettled()) {
            return state.isSettled() ? this : other;
        }
        return run.compareTo(other.run) < 0 ? other : this;
    }
}
