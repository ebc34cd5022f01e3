-- What sent texts mean, and arithmetic that is exact: amounts are whole cents, rates millionths, costs tenths of cents of a cent.
SET TimeZone = 'UTC';

CREATE MACRO whole(sent) AS
  CASE WHEN regexp_full_match(sent, '[+-]?[0-9]+') THEN TRY_CAST(sent AS BIGINT) END;

CREATE MACRO cents(sent) AS
  CASE WHEN regexp_full_match(sent, '[+-]?[0-9]{1,16}(\.[0-9]{1,2}0*)?')
    THEN CAST(CAST(sent AS DECIMAL(20, 2)) * 100 AS HUGEINT) END;

CREATE MACRO ten_thousandths(sent) AS
  CASE WHEN regexp_full_match(sent, '[+-]?[0-9]{1,14}(\.[0-9]{1,4}0*)?')
    THEN CAST(CAST(sent AS DECIMAL(20, 4)) * 10000 AS HUGEINT) END;

CREATE MACRO millionths(sent) AS
  CASE WHEN regexp_full_match(sent, '[+-]?[0-9]{1,12}(\.[0-9]{1,6}0*)?')
    THEN CAST(CAST(sent AS DECIMAL(20, 6)) * 1000000 AS HUGEINT) END;

CREATE MACRO instant(sent) AS
  CASE WHEN regexp_full_match(sent, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?')
    THEN TRY_CAST(sent AS TIMESTAMPTZ) END;

CREATE MACRO calendar_day(sent) AS
  CASE WHEN regexp_full_match(sent, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(sent AS DATE) END;

CREATE MACRO zone_of(place) AS
  CASE WHEN place IN ('UZ', 'UZS') THEN 'Asia/Tashkent'
       WHEN place IN ('KZ', 'KZT') THEN 'Asia/Almaty'
       WHEN place IN ('AE', 'AED') THEN 'Asia/Dubai' END;

CREATE MACRO country_of(currency) AS
  CASE currency WHEN 'UZS' THEN 'UZ' WHEN 'KZT' THEN 'KZ' WHEN 'AED' THEN 'AE' END;

CREATE MACRO local_day(moment, place) AS CAST(timezone(zone_of(place), moment) AS DATE);

-- Division of DuckDB cuts towards zero.
CREATE MACRO floored(amount, divisor) AS
  amount // divisor - CASE WHEN amount % divisor <> 0 AND (amount < 0) <> (divisor < 0) THEN 1 ELSE 0 END;

-- Half-even; the divisor is positive.
CREATE MACRO rounded(amount, divisor) AS
  floored(amount, divisor) + CASE
    WHEN 2 * (amount - divisor * floored(amount, divisor)) > divisor THEN 1
    WHEN 2 * (amount - divisor * floored(amount, divisor)) = divisor AND floored(amount, divisor) % 2 <> 0 THEN 1
    ELSE 0 END;

-- Local cents to dollar cents.
CREATE MACRO dollars(amount, units_per_usd) AS rounded(amount * 1000000, units_per_usd);

CREATE MACRO part(amount, gross, gross_of_order) AS
  CASE WHEN gross_of_order = 0 THEN 0 ELSE floored(amount * gross, gross_of_order) END;

-- SUM leaves out what is not known; a total of something unknown is unknown.
CREATE MACRO total(amount) AS CASE WHEN COUNT(*) = COUNT(amount) THEN SUM(amount) END;

CREATE MACRO money(amount) AS CAST(amount AS DECIMAL(30, 0)) * CAST(0.01 AS DECIMAL(3, 2));

CREATE MACRO ratio(amount) AS CAST(amount AS DECIMAL(30, 0)) * CAST(0.0001 AS DECIMAL(5, 4));
