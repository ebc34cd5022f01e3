package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.format.SentAs;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of bronze: what was sent, then where it came from. */
final class BronzeRows {
    static final String MALFORMED = "_malformed";
    static final String RAW = "_raw";
    static final String END = "_end";

    private static final DataType FIELDS = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);

    private BronzeRows() {}

    static StructType schema(SentAs sent) {
        var schema = new StructType();
        for (var column : sent.columns()) {
            schema = schema.add(column, sent.type(column));
        }
        return schema.add("_op", DataTypes.StringType)
                .add("_sequence", DataTypes.StringType)
                .add("_committed_at", DataTypes.StringType)
                .add("_before", FIELDS)
                .add("_rescued", FIELDS)
                .add("_source", DataTypes.StringType)
                .add("_file", DataTypes.StringType)
                .add("_line", DataTypes.LongType)
                .add("_file_sha256", DataTypes.StringType)
                .add("_data_date", DataTypes.DateType)
                .add("_schema_version", DataTypes.IntegerType)
                .add("_run_id", DataTypes.StringType)
                .add("_loaded_at", DataTypes.TimestampType);
    }

    /** Bronze columns, what can be wrong with a record, and the row that ends a file. */
    static StructType readSchema(SentAs sent) {
        return schema(sent)
                .add(MALFORMED, DataTypes.StringType)
                .add(RAW, DataTypes.StringType)
                .add(END, FileEnd.SCHEMA);
    }
}
