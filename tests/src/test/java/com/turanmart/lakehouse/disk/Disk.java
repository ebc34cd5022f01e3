package com.turanmart.lakehouse.disk;

import org.apache.hadoop.fs.LocalFileSystem;

/** Hadoop's local disk with the space that {@link Space} leaves; core-site.xml of the tests names it. */
public final class Disk extends LocalFileSystem {
    public Disk() {
        super(new RawDisk());
    }
}
