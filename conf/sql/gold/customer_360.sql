-- One row per customer of the latest list. An order or a refund as a whole is turned into dollars and rounded once.
WITH entries AS (
  SELECT
    customer_id,
    entry,
    order_id,
    business_date,
    channel,
    method,
    SUM(quantity) AS units,
    BROUND(CAST(SUM(gross_sales - discounts) AS DECIMAL(18, 2)) / units_per_usd, 2) AS net_sales_usd,
    BROUND(CAST(SUM(shipping_income) AS DECIMAL(18, 2)) / units_per_usd, 2) AS shipping_usd,
    IF(COUNT(*) = COUNT(cost_usd), BROUND(SUM(cost_usd), 2), NULL) AS cost_usd,
    IF(COUNT(*) = COUNT(delivery_cost), BROUND(CAST(SUM(delivery_cost) AS DECIMAL(18, 2)) / units_per_usd, 2), NULL) AS delivery_usd,
    IF(COUNT(*) = COUNT(payment_fees), BROUND(CAST(SUM(payment_fees) AS DECIMAL(18, 2)) / units_per_usd, 2), NULL) AS fees_usd,
    IF(COUNT(*) = COUNT(refunds), BROUND(CAST(SUM(refunds) AS DECIMAL(18, 2)) / units_per_usd, 2), NULL) AS refunds_usd
  FROM silver.bookings
  GROUP BY customer_id, entry, entry_id, order_id, business_date, channel, method, units_per_usd
),

-- Null, and so held, when one of the amounts is not known: a sum would pass over it.
totals AS (
  SELECT
    customer_id,
    MIN(IF(entry = 'sale', business_date, NULL)) AS first_order_day,
    MAX(IF(entry = 'sale', business_date, NULL)) AS last_order_day,
    COUNT_IF(entry = 'sale') AS orders,
    SUM(units) AS units,
    IF(COUNT(*) = COUNT(net_sales_usd), SUM(net_sales_usd), NULL) AS net_sales_usd,
    IF(COUNT(*) = COUNT(margin_usd), SUM(margin_usd), NULL) AS margin_usd,
    IF(COUNT(*) = COUNT(refunds_usd), SUM(refunds_usd), NULL) AS refunds_usd,
    COUNT(DISTINCT IF(entry = 'refund', order_id, NULL)) AS refunded_orders
  FROM (
    SELECT
      *,
      net_sales_usd + shipping_usd - cost_usd - delivery_usd - fees_usd - refunds_usd AS margin_usd
    FROM entries
  )
  GROUP BY customer_id
),

-- The most units or orders; of equal ones the first by name.
categories AS (
  SELECT customer_id, MIN_BY(category, STRUCT(-units, category)) AS preferred_category
  FROM (
    SELECT customer_id, category, SUM(quantity) AS units
    FROM silver.bookings
    WHERE entry = 'sale' AND category IS NOT NULL
    GROUP BY customer_id, category
  )
  GROUP BY customer_id
),

methods AS (
  SELECT customer_id, MIN_BY(method, STRUCT(-orders, method)) AS preferred_method
  FROM (
    SELECT customer_id, method, COUNT(*) AS orders FROM entries WHERE entry = 'sale' GROUP BY customer_id, method
  )
  GROUP BY customer_id
),

channels AS (
  SELECT customer_id, MIN_BY(channel, STRUCT(-orders, channel)) AS preferred_channel
  FROM (
    SELECT customer_id, channel, COUNT(*) AS orders
    FROM entries
    WHERE entry = 'sale' AND channel IS NOT NULL
    GROUP BY customer_id, channel
  )
  GROUP BY customer_id
),

contacts AS (
  SELECT
    customer_id,
    BOOL_AND(consent_email) AS consent_email,
    BOOL_AND(consent_phone) AS consent_phone,
    SUM(open_tickets) AS open_tickets
  FROM silver.crm_contacts
  GROUP BY customer_id
),

visits AS (
  SELECT customer_id, MAX(occurred_at) AS last_seen_at
  FROM silver.click_events
  GROUP BY customer_id
)

SELECT
  c.customer_id,
  c.country,
  c.city,
  c.consent,
  k.consent_email,
  k.consent_phone,
  CAST(COALESCE(k.open_tickets, 0) AS INT) AS open_tickets,
  t.first_order_day,
  t.last_order_day,
  CAST(COALESCE(t.orders, 0) AS INT) AS orders,
  CAST(COALESCE(t.units, 0) AS INT) AS units,
  CAST(IF(t.customer_id IS NULL, 0, t.net_sales_usd) AS DECIMAL(18, 2)) AS net_sales_usd,
  CAST(IF(t.customer_id IS NULL, 0, t.margin_usd) AS DECIMAL(18, 2)) AS margin_usd,
  CAST(IF(t.customer_id IS NULL, 0, t.refunds_usd) AS DECIMAL(18, 2)) AS refunds_usd,
  CAST(BROUND(t.refunded_orders / CAST(NULLIF(t.orders, 0) AS DECIMAL(10, 0)), 4) AS DECIMAL(5, 4)) AS refund_rate,
  CAST(
    BROUND(CAST(t.net_sales_usd AS DECIMAL(18, 2)) / CAST(NULLIF(t.orders, 0) AS DECIMAL(10, 0)), 2) AS DECIMAL(18, 2)
  ) AS average_order_value_usd,
  g.preferred_category,
  m.preferred_method,
  h.preferred_channel,
  CASE
    WHEN t.last_order_day IS NULL THEN NULL
    WHEN DATEDIFF(d.latest_day, t.last_order_day) <= 7 THEN 5
    WHEN DATEDIFF(d.latest_day, t.last_order_day) <= 30 THEN 4
    WHEN DATEDIFF(d.latest_day, t.last_order_day) <= 90 THEN 3
    WHEN DATEDIFF(d.latest_day, t.last_order_day) <= 180 THEN 2
    ELSE 1
  END AS recency_score,
  CASE
    WHEN COALESCE(t.orders, 0) = 0 THEN NULL
    WHEN t.orders = 1 THEN 1
    WHEN t.orders <= 3 THEN 2
    WHEN t.orders <= 6 THEN 3
    WHEN t.orders <= 12 THEN 4
    ELSE 5
  END AS frequency_score,
  CASE
    WHEN COALESCE(t.orders, 0) = 0 THEN NULL
    WHEN t.net_sales_usd < 50 THEN 1
    WHEN t.net_sales_usd < 200 THEN 2
    WHEN t.net_sales_usd < 500 THEN 3
    WHEN t.net_sales_usd < 1000 THEN 4
    WHEN t.net_sales_usd >= 1000 THEN 5
  END AS value_score,
  COALESCE(DATEDIFF(d.latest_day, t.last_order_day) <= 90, FALSE) AS is_active,
  v.last_seen_at
FROM silver.customers AS c
CROSS JOIN silver.latest_day AS d
LEFT JOIN totals AS t ON t.customer_id = c.customer_id
LEFT JOIN categories AS g ON g.customer_id = c.customer_id
LEFT JOIN methods AS m ON m.customer_id = c.customer_id
LEFT JOIN channels AS h ON h.customer_id = c.customer_id
LEFT JOIN contacts AS k ON k.customer_id = c.customer_id
LEFT JOIN visits AS v ON v.customer_id = c.customer_id
