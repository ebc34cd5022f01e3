CREATE TABLE gold.customer_360 AS
WITH as_of AS (
  SELECT MAX(business_date) AS day FROM silver.orders
),
sales AS (
  SELECT
    customer_id, order_id, business_date, MAX(channel) AS channel, MAX(method) AS method, SUM(quantity) AS units,
    dollars(SUM(gross_sales) - SUM(discounts), MAX(units_per_usd)) AS net,
    dollars(SUM(shipping_income), MAX(units_per_usd)) AS shipping, rounded(total(cost_usd), 100) AS cost,
    dollars(total(delivery_cost), MAX(units_per_usd)) AS delivery,
    dollars(total(payment_fees), MAX(units_per_usd)) AS fees
  FROM silver.bookings
  WHERE entry = 'sale'
  GROUP BY customer_id, order_id, business_date
),
refunds AS (
  SELECT customer_id, entry_id, MAX(order_id) AS order_id, dollars(total(refunds), MAX(units_per_usd)) AS refund
  FROM silver.bookings
  WHERE entry = 'refund' AND customer_id IS NOT NULL
  GROUP BY customer_id, entry_id
),
bought AS (
  SELECT
    customer_id, MIN(business_date) AS first_order_day, MAX(business_date) AS last_order_day, COUNT(*) AS orders,
    SUM(units) AS units, total(net) AS net_sales, total(net + shipping - cost - delivery - fees) AS margin
  FROM sales
  GROUP BY customer_id
),
given_back AS (
  SELECT customer_id, total(refund) AS refunds, COUNT(DISTINCT order_id) AS orders FROM refunds GROUP BY customer_id
),
categories AS (
  SELECT customer_id, FIRST(category ORDER BY units DESC, category) AS category
  FROM (
    SELECT customer_id, category, SUM(quantity) AS units
    FROM silver.bookings
    WHERE entry = 'sale' AND category IS NOT NULL
    GROUP BY customer_id, category
  )
  GROUP BY customer_id
),
methods AS (
  SELECT customer_id, FIRST(method ORDER BY orders DESC, method) AS method
  FROM (SELECT customer_id, method, COUNT(*) AS orders FROM sales GROUP BY customer_id, method)
  GROUP BY customer_id
),
channels AS (
  SELECT customer_id, FIRST(channel ORDER BY orders DESC, channel) AS channel
  FROM (SELECT customer_id, channel, COUNT(*) AS orders FROM sales WHERE channel IS NOT NULL GROUP BY customer_id, channel)
  GROUP BY customer_id
),
contacts AS (
  SELECT
    customer_id, BOOL_AND(consent_email) AS consent_email, BOOL_AND(consent_phone) AS consent_phone,
    SUM(open_tickets) AS open_tickets
  FROM silver.crm_contacts
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id
),
seen AS (
  SELECT customer_id, MAX(occurred_at) AS last_seen_at FROM silver.click_events GROUP BY customer_id
)
SELECT
  c.customer_id, c.country, c.city, c.consent, k.consent_email, k.consent_phone,
  CAST(COALESCE(k.open_tickets, 0) AS BIGINT) AS open_tickets,
  b.first_order_day, b.last_order_day, COALESCE(b.orders, 0) AS orders, CAST(COALESCE(b.units, 0) AS BIGINT) AS units,
  money(CASE WHEN b.orders IS NULL THEN 0 ELSE b.net_sales END) AS net_sales_usd,
  money(CASE WHEN b.orders IS NULL THEN 0 ELSE b.margin END - CASE WHEN g.orders IS NULL THEN 0 ELSE g.refunds END) AS margin_usd,
  money(CASE WHEN g.orders IS NULL THEN 0 ELSE g.refunds END) AS refunds_usd,
  ratio(rounded(CAST(COALESCE(g.orders, 0) AS HUGEINT) * 10000, b.orders)) AS refund_rate,
  money(rounded(b.net_sales, b.orders)) AS average_order_value_usd,
  p.category AS preferred_category, m.method AS preferred_method, h.channel AS preferred_channel,
  CASE WHEN b.orders IS NULL THEN NULL
       WHEN a.day - b.last_order_day <= 7 THEN 5 WHEN a.day - b.last_order_day <= 30 THEN 4
       WHEN a.day - b.last_order_day <= 90 THEN 3 WHEN a.day - b.last_order_day <= 180 THEN 2 ELSE 1 END AS recency_score,
  CASE WHEN b.orders IS NULL THEN NULL WHEN b.orders = 1 THEN 1 WHEN b.orders <= 3 THEN 2 WHEN b.orders <= 6 THEN 3
       WHEN b.orders <= 12 THEN 4 ELSE 5 END AS frequency_score,
  CASE WHEN b.net_sales IS NULL THEN NULL WHEN b.net_sales < 5000 THEN 1 WHEN b.net_sales < 20000 THEN 2
       WHEN b.net_sales < 50000 THEN 3 WHEN b.net_sales < 100000 THEN 4 ELSE 5 END AS value_score,
  COALESCE(a.day - b.last_order_day <= 90, FALSE) AS is_active,
  s.last_seen_at
FROM silver.customers AS c
CROSS JOIN as_of AS a
LEFT JOIN bought AS b ON b.customer_id = c.customer_id
LEFT JOIN given_back AS g ON g.customer_id = c.customer_id
LEFT JOIN categories AS p ON p.customer_id = c.customer_id
LEFT JOIN methods AS m ON m.customer_id = c.customer_id
LEFT JOIN channels AS h ON h.customer_id = c.customer_id
LEFT JOIN contacts AS k ON k.customer_id = c.customer_id
LEFT JOIN seen AS s ON s.customer_id = c.customer_id;
