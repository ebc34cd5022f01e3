package com.turanmart.lakehouse.shop.demo;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * A real S3 server (S3Proxy) over a folder, in this process. Its libraries are of other versions than Spark's: it lives
 * in a class loader of its own.
 */
public final class EmbeddedS3 {
    public static final String BUCKET = "lakehouse";
    private static final String IDENTITY = "demo";
    private static final String CREDENTIAL = "demo-demo";

    private final String endpoint;

    private EmbeddedS3(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Starts the server; buckets are the folders of the given one. It ends with the process. */
    public static EmbeddedS3 start(Path jar, Path folder) {
        if (!Files.isRegularFile(jar)) {
            throw new Refusal(ExitCode.SAFE_TO_RERUN, "Missing " + jar + ". Build it with: ./mvnw -DskipTests package");
        }
        try {
            Files.createDirectories(folder.resolve(BUCKET));
            var endpoint = "http://127.0.0.1:" + freePort();
            var settings = Files.createTempFile("s3proxy", ".properties");
            try (var out = Files.newOutputStream(settings)) {
                settings(endpoint, folder).store(out, null);
            }
            serve(jar, settings);
            Files.delete(settings);
            // The place where the SDK's default chain looks first.
            System.setProperty("aws.accessKeyId", IDENTITY);
            System.setProperty("aws.secretAccessKey", CREDENTIAL);
            return new EmbeddedS3(endpoint);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the embedded S3 server does not start", e);
        }
    }

    /** What an environment must be told to live in this server. */
    public Map<String, String> variables() {
        return Map.of(
                "LAKEHOUSE_ROOT",
                "s3a://" + BUCKET,
                "LAKEHOUSE_ZONES_LANDING",
                "s3a://" + BUCKET + "/landing",
                "LAKEHOUSE_ZONES_RESTRICTED",
                "s3a://" + BUCKET + "/restricted",
                "LAKEHOUSE_S3_ENDPOINT",
                endpoint,
                "LAKEHOUSE_S3_REGION",
                "us-east-1",
                "LAKEHOUSE_S3_PATH_STYLE",
                "true");
    }

    private static void serve(Path jar, Path settings) throws IOException, ReflectiveOperationException {
        // Its own log would stand between the lines of the demo.
        System.setProperty("logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
        System.setProperty("LOG_LEVEL", "error");
        var loader =
                new URLClassLoader("s3proxy", new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            loader.loadClass("org.gaul.s3proxy.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {"--properties", settings.toString()});
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Properties settings(String endpoint, Path folder) {
        var settings = new Properties();
        settings.setProperty("s3proxy.endpoint", endpoint);
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", IDENTITY);
        settings.setProperty("s3proxy.credential", CREDENTIAL);
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty(
                "jclouds.filesystem.basedir", folder.toAbsolutePath().toString());
        return settings;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
