package com.turanmart.lakehouse.architecture.planted.bronze;

import org.yaml.snakeyaml.Yaml;

/** Knows a library that has its place elsewhere. */
public record KnowsSnakeYaml(Yaml reference) {}
