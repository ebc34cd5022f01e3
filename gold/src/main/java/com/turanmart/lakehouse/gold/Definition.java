package com.turanmart.lakehouse.gold;

import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.storage.Sha256;
import java.util.List;
import java.util.TreeMap;

/** The fingerprint of everything that makes the rows of a table by SQL: rows of two definitions do not go together. */
final class Definition {
    private Definition() {}

    static String of(SqlTable table, String sql) {
        var parts = List.of(
                sql,
                table.kind(),
                table.unit(),
                table.grain(),
                new TreeMap<>(table.touched()),
                new TreeMap<>(table.narrow()));
        return Sha256.of(parts.toString());
    }
}
