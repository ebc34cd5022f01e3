-- One row per UTC day and session_id for each run of events without a pause of 30 minutes.
-- A robot may be a tenth of a day: its minutes are few, and they are what is put in order.
WITH minutes AS (
  SELECT
    occurred_on,
    session_id,
    MIN(occurred_at) AS started_at,
    MAX(occurred_at) AS ended_at,
    MIN_BY(STRUCT(country, device), STRUCT(occurred_at, event_id)) AS first,
    COUNT(*) AS events,
    COUNT_IF(event = 'view') AS views,
    COUNT_IF(event = 'cart') AS carts,
    COUNT_IF(event = 'checkout') AS checkouts,
    COUNT_IF(event = 'purchase') AS purchases
  FROM silver.click_events
  GROUP BY occurred_on, session_id, DATE_TRUNC('MINUTE', occurred_at)
),

paused AS (
  SELECT
    *,
    LAG(ended_at) OVER (PARTITION BY occurred_on, session_id ORDER BY started_at) AS seen_before
  FROM minutes
),

numbered AS (
  SELECT
    *,
    SUM(IF(started_at < seen_before + INTERVAL 30 MINUTES, 0, 1)) OVER (
      PARTITION BY occurred_on, session_id ORDER BY started_at
    ) AS visit
  FROM paused
)

SELECT
  occurred_on,
  session_id,
  MIN(started_at) AS started_at,
  MAX(ended_at) AS ended_at,
  MIN_BY(first, started_at).country AS country,
  COALESCE(MIN_BY(first, started_at).device, 'unknown') AS device,
  SUM(events) AS events,
  SUM(views) AS views,
  SUM(carts) AS carts,
  SUM(checkouts) AS checkouts,
  SUM(purchases) AS purchases
FROM numbered
GROUP BY occurred_on, session_id, visit
