-- Finance per day by plain Spark: views of typed rows as they landed, the latest version of each key, the mart. No checks.
WITH orders AS (
  SELECT *, to_date(from_utc_timestamp(ordered_at,
    CASE country WHEN 'UZ' THEN 'Asia/Tashkent' WHEN 'KZ' THEN 'Asia/Almaty' ELSE 'Asia/Dubai' END)) AS business_date
  FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY COALESCE(change_seq, '') DESC) AS version
    FROM sent_orders WHERE Op = 'D' OR currency IN ('UZS', 'KZT', 'AED')
  ) WHERE version = 1 AND NOT Op <=> 'D'
),
order_lines AS (
  SELECT *
  FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id, line_no ORDER BY COALESCE(change_seq, '') DESC) AS version
    FROM sent_order_lines
  ) WHERE version = 1 AND NOT Op <=> 'D'
),
payments AS (
  SELECT order_id, SUM(fee_minor) AS fees
  FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY paid_at DESC) AS version FROM sent_payments)
  WHERE version = 1 AND status = 'captured'
  GROUP BY order_id
),
parcels AS (
  SELECT order_id, SUM(cost) * 100 AS cost
  FROM (
    SELECT op, order_id, cost, ROW_NUMBER() OVER (PARTITION BY delivery_id ORDER BY lsn DESC) AS version
    FROM sent_deliveries WHERE op = 'd' OR cost >= 0
  ) WHERE version = 1 AND op <> 'd'
  GROUP BY order_id
),
refunds AS (
  SELECT *, to_date(from_utc_timestamp(booked_at,
    CASE currency WHEN 'UZS' THEN 'Asia/Tashkent' WHEN 'KZT' THEN 'Asia/Almaty' ELSE 'Asia/Dubai' END)) AS business_date
  FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY refund_id ORDER BY booked_at DESC) AS version
    FROM sent_refunds WHERE currency IN ('UZS', 'KZT', 'AED')
  )
  WHERE version = 1
),
rates AS (
  SELECT *
  FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY rate_date, currency ORDER BY published_at DESC) AS version FROM sent_rates)
  WHERE version = 1
),
lists AS (
  SELECT dt, product_id, MAX(category) AS category, MAX(unit_cost_usd) AS unit_cost FROM sent_products GROUP BY dt, product_id
),
list_days AS (
  SELECT o.business_date, MAX(l.dt) AS dt
  FROM (SELECT DISTINCT business_date FROM orders) AS o JOIN (SELECT DISTINCT dt FROM lists) AS l ON l.dt <= o.business_date
  GROUP BY o.business_date
),
lines AS (
  SELECT
    o.order_id, o.business_date, o.customer_id, o.country, o.currency, p.category, p.unit_cost, l.quantity, l.tax_minor,
    l.discount_minor, o.discount_minor AS order_discount, o.shipping_minor, f.fees, COALESCE(d.cost, 0) AS delivery_cost,
    l.quantity * l.unit_price_minor AS gross, SUM(l.quantity * l.unit_price_minor) OVER (PARTITION BY o.order_id) AS whole,
    ROW_NUMBER() OVER (PARTITION BY o.order_id ORDER BY l.quantity * l.unit_price_minor DESC, l.line_no) = 1 AS is_first
  FROM orders AS o
  JOIN payments AS f ON f.order_id = o.order_id
  JOIN order_lines AS l ON l.order_id = o.order_id
  LEFT JOIN parcels AS d ON d.order_id = o.order_id
  LEFT JOIN list_days AS y ON y.business_date = o.business_date
  LEFT JOIN lists AS p ON p.dt = y.dt AND p.product_id = l.product_id
),
entries AS (
  SELECT
    business_date, country, currency, category, concat('s', order_id) AS entry, order_id, customer_id, quantity,
    gross, whole, is_first, gross AS gross_sales, discount_minor AS own_discount, tax_minor AS tax,
    order_discount, shipping_minor AS shipping, 0 AS refund, delivery_cost, fees, quantity * unit_cost AS cost_usd
  FROM lines
  UNION ALL
  SELECT
    r.business_date, l.country, r.currency, l.category, concat('r', r.refund_id), NULL, NULL, 0,
    l.gross, l.whole, l.is_first, 0, 0, 0, 0, 0, r.amount * 100, 0, 0, 0
  FROM refunds AS r JOIN lines AS l ON l.order_id = r.order_id
  UNION ALL
  SELECT
    r.business_date, CASE r.currency WHEN 'UZS' THEN 'UZ' WHEN 'KZT' THEN 'KZ' ELSE 'AE' END, r.currency, 'unassigned',
    concat('r', r.refund_id), NULL, NULL, 0, 0, 0, TRUE, 0, 0, 0, 0, 0, r.amount * 100, 0, 0, 0
  FROM refunds AS r LEFT ANTI JOIN lines AS l ON l.order_id = r.order_id
),
parts AS (
  SELECT
    *, part(order_discount, gross, whole) AS discount_part, part(shipping, gross, whole) AS shipping_part,
    part(refund, gross, whole) AS refund_part, part(delivery_cost, gross, whole) AS delivery_part,
    part(fees, gross, whole) AS fees_part
  FROM entries
),
booked AS (
  SELECT
    business_date, country, currency, category, order_id, customer_id, quantity, gross_sales, tax, cost_usd,
    own_discount + discount_part + IF(is_first, order_discount - SUM(discount_part) OVER one, 0) AS discounts,
    shipping_part + IF(is_first, shipping - SUM(shipping_part) OVER one, 0) AS shipping_income,
    refund_part + IF(is_first, refund - SUM(refund_part) OVER one, 0) AS refunds,
    delivery_part + IF(is_first, delivery_cost - SUM(delivery_part) OVER one, 0) AS delivery_cost,
    fees_part + IF(is_first, fees - SUM(fees_part) OVER one, 0) AS payment_fees
  FROM parts
  WINDOW one AS (PARTITION BY entry)
),
sums AS (
  SELECT
    business_date, country, category, MAX(currency) AS currency, COUNT(DISTINCT order_id) AS orders,
    SUM(quantity) AS units, COUNT(DISTINCT customer_id) AS buyers, SUM(gross_sales) AS gross_sales,
    SUM(discounts) AS discounts, SUM(tax) AS tax, SUM(shipping_income) AS shipping_income, SUM(refunds) AS refunds,
    CAST(SUM(cost_usd) AS DECIMAL(19, 4)) AS cost, SUM(delivery_cost) AS delivery_cost, SUM(payment_fees) AS payment_fees
  FROM booked
  GROUP BY business_date, country, category
),
rate_of_day AS (
  SELECT s.business_date, s.currency, MAX_BY(r.units_per_usd, r.rate_date) AS rate
  FROM (SELECT DISTINCT business_date, currency FROM sums) AS s
  JOIN rates AS r ON r.currency = s.currency AND r.rate_date BETWEEN date_sub(s.business_date, 7) AND s.business_date
  GROUP BY s.business_date, s.currency
),
amounts AS (
  SELECT
    s.business_date, country, category, s.currency, orders, units, buyers,
    money(gross_sales, 100) AS gross_sales, money(discounts, 100) AS discounts,
    money(gross_sales - discounts, 100) AS net_sales, money(tax, 100) AS tax,
    money(shipping_income, 100) AS shipping_income, money(refunds, 100) AS refunds,
    CAST(bround(cost * rate, 2) AS DECIMAL(18, 2)) AS cogs,
    money(delivery_cost, 100) AS delivery_cost, money(payment_fees, 100) AS payment_fees,
    money(gross_sales, 100 * rate) AS gross_sales_usd, money(discounts, 100 * rate) AS discounts_usd,
    money(gross_sales - discounts, 100 * rate) AS net_sales_usd, money(tax, 100 * rate) AS tax_usd,
    money(shipping_income, 100 * rate) AS shipping_income_usd, money(refunds, 100 * rate) AS refunds_usd,
    CAST(bround(cost, 2) AS DECIMAL(18, 2)) AS cogs_usd,
    money(delivery_cost, 100 * rate) AS delivery_cost_usd, money(payment_fees, 100 * rate) AS payment_fees_usd
  FROM sums AS s LEFT JOIN rate_of_day AS r ON r.business_date = s.business_date AND r.currency = s.currency
)
SELECT
  *, net_sales + shipping_income - refunds - cogs - delivery_cost - payment_fees AS margin,
  net_sales_usd + shipping_income_usd - refunds_usd - cogs_usd - delivery_cost_usd - payment_fees_usd AS margin_usd
FROM amounts
