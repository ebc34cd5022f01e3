-- One row per local day for which parcels were promised, country and courier.
WITH parcels AS (
  SELECT
    promised_on,
    CASE currency WHEN 'UZS' THEN 'UZ' WHEN 'KZT' THEN 'KZ' WHEN 'AED' THEN 'AE' END AS country,
    courier,
    currency,
    cost,
    delivered_at <= promised_at AS is_on_time,
    -- Null until it is delivered.
    IF(delivered_at <= promised_at, 0, (UNIX_SECONDS(delivered_at) - UNIX_SECONDS(promised_at)) DIV 60) AS late_minutes
  FROM silver.deliveries
),

-- However many parcels there are, few of them differ in lateness.
by_lateness AS (
  SELECT
    promised_on,
    country,
    courier,
    currency,
    late_minutes,
    COUNT(*) AS parcels,
    COUNT(late_minutes) AS delivered,
    COUNT_IF(is_on_time) AS on_time,
    SUM(cost) AS cost
  FROM parcels
  GROUP BY promised_on, country, courier, currency, late_minutes
),

ranked AS (
  SELECT
    *,
    SUM(delivered) OVER (
      PARTITION BY promised_on, country, courier, currency ORDER BY late_minutes NULLS LAST
    ) AS delivered_up_to,
    SUM(delivered) OVER (PARTITION BY promised_on, country, courier, currency) AS delivered_in_all
  FROM by_lateness
),

sums AS (
  SELECT
    promised_on,
    country,
    courier,
    currency,
    SUM(parcels) AS parcels,
    SUM(delivered) AS delivered,
    SUM(on_time) AS on_time,
    SUM(late_minutes * delivered) AS late_minutes,
    -- The least lateness that 95 in 100 parcels do not exceed.
    MIN(IF(delivered_up_to * 100 >= delivered_in_all * 95, late_minutes, NULL)) AS p95_late_minutes,
    SUM(cost) AS cost
  FROM ranked
  GROUP BY promised_on, country, courier, currency
)

SELECT
  promised_on,
  country,
  courier,
  currency,
  parcels,
  delivered,
  on_time,
  CAST(BROUND(CAST(on_time AS DECIMAL(18, 0)) / CAST(parcels AS DECIMAL(18, 0)), 4) AS DECIMAL(5, 4)) AS on_time_share,
  CAST(
    BROUND(CAST(late_minutes AS DECIMAL(18, 0)) / CAST(NULLIF(delivered, 0) AS DECIMAL(18, 0)), 2) AS DECIMAL(12, 2)
  ) AS average_late_minutes,
  p95_late_minutes,
  CAST(cost AS DECIMAL(18, 2)) AS cost
FROM sums
