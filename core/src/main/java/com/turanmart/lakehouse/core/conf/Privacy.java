package com.turanmart.lakehouse.core.conf;

/** What is kept of a personal value instead of the value itself. */
public sealed interface Privacy {

    /** Whether the clear value is kept in the restricted twin of the table. */
    default boolean hasTwin() {
        return false;
    }

    /** Whether the table itself keeps something. */
    default boolean isStored() {
        return true;
    }

    /** The same text for the same value, in every table; HMAC-SHA-256 in hex. */
    record Pseudonym(
            @Key(
                    says = "Where the key is found: kind env with name, or kind file with path.",
                    example = "{kind: env, name: LAKEHOUSE_SECRET_PSEUDONYMS}")
            SecretReference secret,

            @Key(says = "Version of the key, counted up when it changes.", otherwise = "1", least = 1, example = "2")
            int version,

            @Key(says = "Values of one domain have the same pseudonym in every table.", example = "email")
            String domain,

            @Key(says = "The clear value is kept in restricted.<table>.", otherwise = "false", example = "true")
            boolean twin)
            implements Privacy {
        @Override
        public boolean hasTwin() {
            return twin;
        }
    }

    /** Stars, and a few characters at the ends. */
    record Mask(
            @Key(says = "Characters that stay at the beginning.", otherwise = "0", least = 0, example = "2")
            int keepFirst,

            @Key(says = "Characters that stay at the end.", otherwise = "0", least = 0, example = "4")
            int keepLast,

            @Key(says = "The clear value is kept in restricted.<table>.", otherwise = "false", example = "true")
            boolean twin)
            implements Privacy {
        @Override
        public boolean hasTwin() {
            return twin;
        }
    }

    /** The year of a date (int), its month (yyyy-MM), or the lower end of a number's band. */
    record Generalise(
            @Key(says = "What a value becomes.", example = "year")
            To to,

            @Key(says = "Width of a band of numbers.", otherwise = "0", least = 0, example = "10")
            int width,

            @Key(says = "The clear value is kept in restricted.<table>.", otherwise = "false", example = "true")
            boolean twin)
            implements Privacy {
        /** What a value becomes. */
        public enum To {
            YEAR,
            MONTH,
            BAND
        }

        @Override
        public boolean hasTwin() {
            return twin;
        }
    }

    /** Nothing: rules and expressions see the value, no table keeps it. */
    record Drop() implements Privacy {
        @Override
        public boolean isStored() {
            return false;
        }
    }

    /** Nothing here; the clear value in the restricted twin alone. */
    record Restricted() implements Privacy {
        @Override
        public boolean hasTwin() {
            return true;
        }

        @Override
        public boolean isStored() {
            return false;
        }
    }

    /** All of it: an expression over personal values that tells nothing of a person. */
    record Harmless(
            @Key(says = "Why it tells nothing of a person.", example = "only says whether there is an address")
            String because)
            implements Privacy {}
}
