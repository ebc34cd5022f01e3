-- One row per UTC day, partner, warehouse and product that was counted on the day or in the seven days before it.
-- A day is there once anything was counted on it.
WITH days AS (
  SELECT DISTINCT taken_on AS stock_date
  FROM silver.stock_closings
),

-- A branch for each day: a filter on the sum reaches the partitions of what is summed.
earlier AS (
  SELECT DATE_ADD(taken_on, 1) AS stock_date, * FROM silver.stock_closings
  UNION ALL
  SELECT DATE_ADD(taken_on, 2) AS stock_date, * FROM silver.stock_closings
  UNION ALL
  SELECT DATE_ADD(taken_on, 3) AS stock_date, * FROM silver.stock_closings
  UNION ALL
  SELECT DATE_ADD(taken_on, 4) AS stock_date, * FROM silver.stock_closings
  UNION ALL
  SELECT DATE_ADD(taken_on, 5) AS stock_date, * FROM silver.stock_closings
  UNION ALL
  SELECT DATE_ADD(taken_on, 6) AS stock_date, * FROM silver.stock_closings
  UNION ALL
  SELECT DATE_ADD(taken_on, 7) AS stock_date, * FROM silver.stock_closings
),

-- What a day begins with. It is no count of the day.
openings AS (
  SELECT
    e.stock_date,
    e.partner,
    e.warehouse,
    e.product_id,
    MAX(e.taken_at) AS taken_at,
    MAX_BY(e.on_hand, e.taken_at) AS on_hand,
    MAX_BY(e.reserved, e.taken_at) AS reserved
  FROM earlier AS e
  INNER JOIN days AS d ON d.stock_date = e.stock_date
  GROUP BY e.stock_date, e.partner, e.warehouse, e.product_id
),

states AS (
  SELECT stock_date, partner, warehouse, product_id, 0 AS counted, taken_at, on_hand, reserved,
    CAST(stock_date AS TIMESTAMP) AS since
  FROM openings
  UNION ALL
  SELECT taken_on, partner, warehouse, product_id, 1, taken_at, on_hand, reserved,
    taken_at
  FROM silver.inventory
),

stretches AS (
  SELECT
    *,
    UNIX_SECONDS(
      LEAD(since, 1, CAST(DATE_ADD(stock_date, 1) AS TIMESTAMP)) OVER (
        PARTITION BY stock_date, partner, warehouse, product_id ORDER BY since, counted
      )
    ) - UNIX_SECONDS(since) AS seconds
  FROM states
),

sums AS (
  SELECT
    stock_date,
    partner,
    warehouse,
    product_id,
    SUM(counted) AS counts,
    MAX(taken_at) AS counted_at,
    MAX_BY(on_hand, taken_at) AS on_hand,
    MAX_BY(reserved, taken_at) AS reserved,
    SUM(seconds) AS known_seconds,
    SUM(IF(on_hand = 0, seconds, 0)) AS stock_out_seconds
  FROM stretches
  GROUP BY stock_date, partner, warehouse, product_id
)

SELECT
  s.stock_date,
  s.partner,
  s.warehouse,
  s.product_id,
  p.product_id IS NOT NULL AS is_known,
  p.category,
  CAST(s.counts AS INT) AS counts,
  s.counted_at,
  s.on_hand,
  s.reserved,
  CAST(s.known_seconds DIV 60 AS INT) AS known_minutes,
  CAST(s.stock_out_seconds DIV 60 AS INT) AS stock_out_minutes
FROM sums AS s
LEFT JOIN silver.products_history AS p
  ON p.product_id = s.product_id
  AND p.valid_from <= s.stock_date AND (s.stock_date < p.valid_to OR p.valid_to IS NULL)
