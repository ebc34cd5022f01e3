package com.turanmart.lakehouse.disk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;

/** The same disk through Hadoop's other door, by which Delta commits. */
public final class CommitDisk extends ChecksumFs {
    public CommitDisk(URI place, Configuration configuration) throws IOException, URISyntaxException {
        super(new Raw(configuration));
    }

    private static final class Raw extends DelegateToFileSystem {
        Raw(Configuration configuration) throws IOException, URISyntaxException {
            super(FsConstants.LOCAL_FS_URI, new RawDisk(), configuration, FsConstants.LOCAL_FS_URI.getScheme(), false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        @Override
        public boolean isValidName(String path) {
            return true;
        }
    }
}
