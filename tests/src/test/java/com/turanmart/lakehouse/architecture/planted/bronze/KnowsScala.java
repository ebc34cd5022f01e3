package com.turanmart.lakehouse.architecture.planted.bronze;

import scala.Option;

/** Knows a library that has its place elsewhere. */
public record KnowsScala(Option<?> reference) {}
