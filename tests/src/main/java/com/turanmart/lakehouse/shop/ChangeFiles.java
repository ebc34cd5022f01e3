package com.turanmart.lakehouse.shop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The files of one lane and day: a new one is begun whenever the last is full, none if there is no row. */
final class ChangeFiles implements Closeable {
    static final int ROWS_PER_FILE = 1_000_000;

    private final Path folder;
    private final LocalDate day;
    private final Lane lane;
    private final String columns;
    private final int rowsPerFile;
    private final List<LandingFile> files = new ArrayList<>();
    private long rows;

    ChangeFiles(Path folder, LocalDate day, Lane lane, String columns, int rowsPerFile) {
        this.folder = folder;
        this.day = day;
        this.lane = lane;
        this.columns = columns;
        this.rowsPerFile = rowsPerFile;
    }

    void write(CsvRow row) throws IOException {
        write(row.text());
    }

    void write(CharSequence row) throws IOException {
        if (rows % rowsPerFile == 0) {
            begin();
        }
        files.get(files.size() - 1).line(row);
        rows++;
    }

    void commit() throws IOException {
        if (!files.isEmpty()) {
            files.get(files.size() - 1).commit();
        }
    }

    @Override
    public void close() throws IOException {
        for (LandingFile file : files) {
            file.close();
        }
    }

    private void begin() throws IOException {
        commit();
        files.add(new LandingFile(folder.resolve(lane.file(day, files.size() + 1))));
        files.get(files.size() - 1).line(lane.header(columns));
    }
}
