package com.turanmart.lakehouse.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Files of this machine; a write beyond the space that is left ends as the operating system ends it. */
final class RawDisk extends RawLocalFileSystem {

    @Override
    protected OutputStream createOutputStreamWithMode(Path file, boolean append, FsPermission permission)
            throws IOException {
        return limited(file, super.createOutputStreamWithMode(file, append, permission));
    }

    private OutputStream limited(Path file, OutputStream out) {
        var path = pathToFile(file).getPath();
        return new FilterOutputStream(out) {
            @Override
            public void write(int single) throws IOException {
                Space.take(path, 1);
                out.write(single);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                Space.take(path, count);
                out.write(bytes, from, count);
            }
        };
    }
}
