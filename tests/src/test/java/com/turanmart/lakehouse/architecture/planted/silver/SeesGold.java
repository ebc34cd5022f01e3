package com.turanmart.lakehouse.architecture.planted.silver;

import com.turanmart.lakehouse.architecture.planted.gold.Mart;

/** Looks sideways. */
public record SeesGold(Mart reference) {}
