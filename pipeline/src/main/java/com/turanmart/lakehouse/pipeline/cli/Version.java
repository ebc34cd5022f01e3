package com.turanmart.lakehouse.pipeline.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: this product and the engine under it. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var built = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {
            "lakehouse " + built.orElse("(not packaged)"), "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
        };
    }
}
