package com.turanmart.lakehouse.core.conf;

/** What becomes of a file whose columns are not the declared ones. */
public enum Drift {
    /** It is loaded: columns that nobody declared are kept aside, those that are missing are null, and both are told. */
    RESCUE,
    /** It is held, with the same words. */
    REFUSE
}
