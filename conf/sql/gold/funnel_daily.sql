-- One row per UTC day on which sessions began, country and device of their first event.
-- A branch for each day that a session can depend on: a filter on the sum reaches the partitions of what is summed.
WITH around AS (
  SELECT occurred_on AS session_date, * FROM silver.app_visits
  UNION ALL
  SELECT DATE_SUB(occurred_on, 1) AS session_date, * FROM silver.app_visits
  UNION ALL
  SELECT DATE_ADD(occurred_on, 1) AS session_date, * FROM silver.app_visits
  UNION ALL
  SELECT DATE_ADD(occurred_on, 2) AS session_date, * FROM silver.app_visits
),

-- Only over midnight can a visit go on where another one ended.
followed AS (
  SELECT
    *,
    COALESCE(started_at < LAG(ended_at) OVER by_time + INTERVAL 30 MINUTES, FALSE) AS goes_on
  FROM around
  WINDOW by_time AS (PARTITION BY session_date, session_id ORDER BY started_at)
),

-- Who does not pause for days begins a session each day, but for the day after the first one: else a session had no end.
begun AS (
  SELECT
    *,
    IF(goes_on AND NOT LAG(goes_on) OVER by_time, LAG(started_at) OVER by_time, started_at) AS began_at
  FROM followed
  WINDOW by_time AS (PARTITION BY session_date, session_id ORDER BY started_at)
),

sessions AS (
  SELECT
    session_date,
    session_id,
    MIN_BY(STRUCT(country, device), started_at) AS first,
    SUM(events) AS events,
    SUM(views) AS views,
    SUM(carts) AS carts,
    SUM(checkouts) AS checkouts,
    SUM(purchases) AS purchases
  FROM begun
  WHERE CAST(began_at AS DATE) = session_date
  GROUP BY session_date, session_id, began_at
)

SELECT
  session_date,
  first.country AS country,
  first.device AS device,
  COUNT(*) AS sessions,
  SUM(events) AS events,
  SUM(views) AS views,
  SUM(carts) AS carts,
  SUM(checkouts) AS checkouts,
  SUM(purchases) AS purchases,
  COUNT_IF(views > 0) AS sessions_with_view,
  COUNT_IF(carts > 0) AS sessions_with_cart,
  COUNT_IF(checkouts > 0) AS sessions_with_checkout,
  COUNT_IF(purchases > 0) AS sessions_with_purchase
FROM sessions
GROUP BY session_date, first.country, first.device
