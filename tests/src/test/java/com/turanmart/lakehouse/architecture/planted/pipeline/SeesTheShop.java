package com.turanmart.lakehouse.architecture.planted.pipeline;

import com.turanmart.lakehouse.architecture.planted.shop.Till;

/** The product looks at the demo. */
public record SeesTheShop(Till reference) {}
